/** A test of links, pipes and modes, which Windows does not have. There it is reported as pending, with this reason. */
export function posixOnly(title: string, test: Mocha.Func): void {
  if (process.platform === 'win32') it(`${title} (not on Windows: it has no such files)`);
  else it(title, test);
}
