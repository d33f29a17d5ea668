import { images } from '../../src/cli/commands/images.js';
import { processIo } from '../../src/cli/io.js';
import { Door } from '../door.js';
import { orExitLater } from '../yeoman-exit.js';

/** `yo baseimage:images`: the catalogue of bases. */
export default class ImagesGenerator extends Door {
  async writing(): Promise<void> {
    const folder = this.destinationRoot();
    await orExitLater(this.request.settings.json, () =>
      images({ ...this.request, command: 'images', folder }, processIo(folder)),
    );
  }
}
