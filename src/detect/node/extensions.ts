/** What is loaded by another program and runs nowhere by itself, known by a dependency. */
export interface Extension {
  readonly what: string;
  readonly dependencies: readonly string[];
}

export const extensions: readonly Extension[] = [
  { what: 'a desktop app (NW.js)', dependencies: ['nw'] },
  { what: 'a desktop app (Neutralinojs)', dependencies: ['@neutralinojs/neu', '@neutralinojs/lib'] },
  { what: 'an extension for browsers', dependencies: ['web-ext', '@crxjs/vite-plugin'] },
  { what: 'an extension for an editor (Obsidian)', dependencies: ['obsidian'] },
  { what: 'an extension for Figma', dependencies: ['@figma/plugin-typings'] },
  { what: 'an extension for Raycast', dependencies: ['@raycast/api'] },
  { what: 'a set of nodes for n8n', dependencies: ['n8n-workflow'] },
  { what: 'an extension for WordPress', dependencies: ['@wordpress/scripts'] },
  { what: 'a theme for Shopify', dependencies: ['@shopify/theme'] },
  { what: 'a set of scripts for Google Workspace (Apps Script)', dependencies: ['@google/clasp'] },
  { what: 'a skill for Alexa', dependencies: ['ask-sdk-core'] },
];
