import { processIo } from '../../src/cli/io.js';
import { plan } from '../../src/cli/commands/plan.js';
import { Door } from '../door.js';
import { orExitLater } from '../yeoman-exit.js';

/** `yo baseimage:plan`: what would be generated and why; writes nothing. */
export default class PlanGenerator extends Door {
  async writing(): Promise<void> {
    const folder = this.destinationRoot();
    await orExitLater(this.request.settings.json, () =>
      plan({ ...this.request, command: 'plan', folder }, processIo(folder)),
    );
  }
}
