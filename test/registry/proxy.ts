import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** A proxy on this machine that leads every name to one server. */
export interface Proxy {
  readonly url: string;
  /** What it was asked to lead to: `registry-1.docker.io:443`. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** `target`: the only server that it knows, `127.0.0.1:41234`. */
export async function proxyTo(target: string): Promise<Proxy> {
  const [name, port] = target.split(':');
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer().on('connect', ({ url }, socket: Socket) => {
    asked.push(url ?? '');
    const tunnel = connect(Number(port), name, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      tunnel.pipe(socket).pipe(tunnel);
    });
    for (const end of [socket, tunnel]) {
      sockets.add(end);
      end.on('error', () => undefined);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}
