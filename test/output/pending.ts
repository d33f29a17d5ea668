/** Skips a test that can't run here, and says why in the report. */
export function pending(context: Mocha.Context, reason: string): never {
  const test = context.runnable();
  test.title += ` (skipped: ${reason})`;
  return context.skip();
}
