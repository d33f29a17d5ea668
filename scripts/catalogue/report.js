/** What an update did, in Markdown: a table of what changed, what could not be refreshed and why, and what a person has to do. */
export function report({ changes, refused, notes, answered }) {
  const rows = changes.map(({ what, before, now }) => `| ${cell(what)} | ${cell(before)} | ${cell(now)} |`);
  const table = ['| what | before | now |', '| --- | --- | --- |', ...rows].join('\n');
  const nothing = answered ? 'Nothing has a newer version.' : 'No source answered: nothing was changed.';
  return [
    changes.length === 0 ? nothing : table,
    ...list(
      'Kept as it was:',
      refused.map(({ name, why }) => `${name}: ${why}`),
    ),
    ...list('For a person:', notes),
  ].join('\n\n');
}

function list(title, items) {
  return items.length === 0 ? [] : [[title, '', ...items.map((item) => `- ${cell(item)}`)].join('\n')];
}

/** What came from outside is one line of text, and no Markdown. */
function cell(text) {
  return String(text)
    .replace(/\s+/g, ' ')
    .replace(/[|<>[\]`@\\]/g, '\\$&')
    .slice(0, 300);
}
