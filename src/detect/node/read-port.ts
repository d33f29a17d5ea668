import type { Fact } from '../../fact.js';

/** A port, and the variable that gives another one. */
export interface ReadPort {
  readonly port: Fact<number>;
  readonly variable: Fact<string> | null;
}
