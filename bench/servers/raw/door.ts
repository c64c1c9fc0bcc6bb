import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RawData } from 'ws';

/** To any request it says that it is alive. */
export function httpServer(): Server {
  return createServer((_, response) => response.end('ok'));
}

export function listen(server: Server, name: string): void {
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`${name} is ready at http://127.0.0.1:${String(port)}\n`);
  });
}

/** Nobody signs in here: the address says who comes. */
export function personOf(url: string | undefined): string {
  return new URL(url ?? '/', 'http://server').searchParams.get('person') ?? '0';
}

export function textOf(data: RawData): string {
  if (!(data instanceof Buffer)) throw new Error('ws gives buffers here.');
  return data.toString();
}
