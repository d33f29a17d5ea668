import { InputError } from '../../errors.js';
import { isBelow } from './modules.js';
import { distinctImports, type GoSource } from './sources.js';

/** Modules that draw windows, and what they are called. */
const toolkits: readonly (readonly [path: string, title: string])[] = [
  ['fyne.io/fyne', 'Fyne'],
  ['github.com/wailsapp/wails', 'Wails'],
  ['gioui.org', 'Gio'],
  ['github.com/lxn/walk', 'Walk'],
  ['github.com/hajimehoshi/ebiten', 'Ebitengine'],
  ['github.com/therecipe/qt', 'Qt'],
];

/** Refuses a program that draws windows; whoever says how it starts, or that it listens, knows better. */
export function refuseDesktop(sources: readonly GoSource[]): void {
  for (const { value, source } of distinctImports(sources)) {
    const found = toolkits.find(([path]) => isBelow(value, path));
    if (found === undefined) continue;
    throw new InputError(
      'nothing-serves',
      `${source}: this is a desktop app (${found[1]}), and a container has no screen`,
      'if a part of the project is a server, name its package with --start (./cmd/server), or its folder with --app',
    );
  }
}
