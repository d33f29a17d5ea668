/** What a registry did wrong, a sentence without its subject: `answered 503`. */
export class RegistryError extends Error {
  /** Could the registry not be reached at all? Then another address of it may serve. */
  readonly unreachable: boolean;
  readonly hint: string | null;

  constructor(message: string, { unreachable = false, hint = null as string | null } = {}) {
    super(message);
    this.unreachable = unreachable;
    this.hint = hint;
  }
}
