import { type IncomingMessage, request as forward, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';

/** What a proxy does with a request that it has nothing to say to. */
export function pass(target: URL, request: IncomingMessage, response: ServerResponse, answered?: () => void): void {
  const { method, url: path, headers } = request;
  const onward = forward({ host: target.hostname, port: target.port, method, path, headers }, (answer) => {
    answered?.();
    response.writeHead(answer.statusCode ?? 502, { ...answer.headers, connection: 'close' });
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

/** Passes the head on and so many bytes, and then cuts both lines. */
export function passSome(target: URL, request: IncomingMessage, bytes: number): void {
  const { method, url: path, headers } = request;
  const onward = forward({ host: target.hostname, port: target.port, method, path, headers });
  onward.on('error', () => undefined);
  let passed = 0;
  request.on('data', (chunk: Buffer) => {
    const some = chunk.subarray(0, bytes - passed);
    passed += some.length;
    onward.write(some, () => {
      if (passed < bytes) return;
      onward.destroy();
      request.socket.resetAndDestroy();
    });
  });
}

/** The same for sockets. */
export function passSockets(listener: Server, target: URL): void {
  listener.on('upgrade', (request, client, head) => {
    const server = connect(Number(target.port), target.hostname, () => {
      const lines = request.rawHeaders.flatMap((value, index, all) =>
        index % 2 === 0 ? [`${value}: ${all[index + 1] ?? ''}`] : [],
      );
      server.write(`${request.method ?? 'GET'} ${request.url ?? '/'} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      server.write(head);
      server.pipe(client).pipe(server);
    });
    const end = (): void => {
      server.destroy();
      client.destroy();
    };
    server.on('error', end);
    client.on('error', end).on('close', end);
  });
}
