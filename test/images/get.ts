import http from 'node:http';

/** What a server said to a GET. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/**
 * One GET on a connection of its own: a server that is still starting may drop it, and `fetch` of Node.js 20 then
 * never settles. Rejects where there is no answer in five seconds.
 */
export function get(url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent: false, timeout: 5000 }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    });
    request.on('timeout', () => request.destroy(new Error(`${url}: no answer`)));
    request.on('error', reject);
  });
}
