/**
 * The value with today's date in every `source` that names the official images and whose object says something else than
 * before: what it tells was asked today.
 */
export function withDatedSources(before, now, today) {
  if (now === null || typeof now !== 'object') return now;
  if (Array.isArray(now)) return now.map((item, at) => withDatedSources(before?.[at], item, today));
  const changed = JSON.stringify(before) !== JSON.stringify(now);
  const members = Object.entries(now).map(([key, value]) => [
    key,
    key === 'source' && typeof value === 'string' && changed
      ? checkedOn(value, today)
      : withDatedSources(before?.[key], value, today),
  ]);
  return Object.fromEntries(members);
}

/** `docker-library/official-images@37079fb3 (2026-08-21)` */
export function checkedOn(text, today) {
  return text
    .replace(/^(docker-library\/official-images)(?:@\w+)?( \(|, )[\d-]{10}/, `$1$2${today}`)
    .replace(/^(endoflife\.date)(?:@\w+)? \([\d-]{10}\).*$/, `$1 (${today})`);
}
