/** What becomes of a file that is there and does not hold for one app alone. */
export interface Merged {
  readonly text: string;
  /** Is everything still there that was? */
  readonly keepsAll: boolean;
}
