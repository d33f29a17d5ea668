import type { Fact, Warning } from '../fact.js';

/** Ports that clients connect to: in a setting they say where a database or a mail server is. */
const portsOfOtherServices = new Set([
  21, 22, 25, 53, 110, 143, 389, 465, 587, 993, 1433, 1521, 1883, 1900, 2181, 2379, 3306, 4222, 4317, 4318,
  5222, 5432, 5671, 5672, 6379, 6667, 6831, 8125, 9042, 9092, 9200, 11211, 26379, 27017, 51820, 51821,
]);

/** A port number that a container can publish, null for anything else (`0`, `70000`, words). */
export function portNumber(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return null;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : null;
}

/** Is it more likely the port of a service that the app uses than its own? */
export function isPortOfOtherService(port: number): boolean {
  return portsOfOtherServices.has(port);
}

/** A name of an environment variable that holds the port an app listens on: `PORT`, `HTTP_PORT`. */
export const ownPortVariable = String.raw`(?:(?:HTTP|SERVER|APP|API|WEB|LISTEN|SERVICE|BIND|HOST|CONTAINER|ROCKET)_)?PORT`;

/** Is this address reached from inside the container alone? */
export function isLoopback(host: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)$/i.test(host);
}

/** Says that nobody outside of the container will reach the app. */
export function loopbackWarning(address: Fact<string>, remedy: string): Warning {
  return {
    code: 'BI106',
    message: `${address.source} listens on ${address.value}: nothing outside of the container can reach it; ${remedy}`,
    source: address.source,
  };
}
