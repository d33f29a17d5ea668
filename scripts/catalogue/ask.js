import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Refused } from './refused.js';

const run = promisify(execFile);

/** Milliseconds for a program: it may start slowly, and asks more than once. */
const patience = 60_000;

/** Bytes. The largest file of official images has some 100 kB, the longest list of releases 2 MB. */
const largest = 10_000_000;

/** The text that a web address answers with; redirects are followed. Throws Refused where it does not, in time, with status 200. */
export async function askWeb(address, { headers, seconds }) {
  try {
    const response = await fetch(address, { headers, signal: AbortSignal.timeout(seconds * 1000) });
    if (!response.ok) throw new Refused(`${address} answered ${response.status}`);
    return await textOf(response, address);
  } catch (error) {
    if (error instanceof Refused) throw error;
    const { name, message, cause } = error;
    const why = name === 'TimeoutError' ? `no answer in ${seconds} s` : (cause?.message ?? message);
    throw new Refused(`${address}: ${why}`);
  }
}

async function textOf(response, address) {
  const chunks = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > largest) throw new Refused(`${address} answers more than ${largest / 1e6} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What a program prints. Throws Refused where it fails, or does not end in time. */
export async function askProgram(program, args) {
  try {
    return (await run(program, args, { timeout: patience, maxBuffer: largest })).stdout;
  } catch (error) {
    const why = error.killed
      ? 'no answer in time'
      : String(error.stderr || error.message)
          .trim()
          .split('\n')
          .at(-1);
    throw new Refused(`${program} ${args.join(' ')}: ${why}`);
  }
}

/** The value of a JSON text. Throws Refused where it is none. */
export function jsonOf(text, source) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(`${source} answered something other than JSON`);
  }
}
