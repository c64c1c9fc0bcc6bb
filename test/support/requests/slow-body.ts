import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { TestServer } from '../servers/server.js';

/** What came back for a request whose body was sent as long as anybody took it. */
export interface CutShort {
  readonly answer: string;
  /** What the server took from the line, headers included. */
  readonly bytesRead: number;
  readonly bytesOffered: number;
}

/** Sends a head and then as much of a body as the line takes, and reads meanwhile; resolves with the answer, when the server has closed its side. */
export async function sendsEndlessly(server: TestServer, head: readonly string[], prologue = ''): Promise<CutShort> {
  const http: Server = server.app.getHttpServer();
  const accepted = new Promise<Socket>((resolve) => http.once('connection', resolve));
  const { hostname, port } = new URL(server.url);
  const line = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  const other = await accepted;
  line.on('error', () => undefined);
  let bytesOffered = 0;
  const piece = 'z'.repeat(64 * 1024);
  const fill = (): void => {
    while (line.writable && bytesOffered < MAX_BYTES && line.write(piece)) bytesOffered += piece.length;
  };
  line.on('drain', fill);
  line.write(`${head.join('\r\n')}\r\n\r\n${prologue}`);
  fill();
  const chunks: Buffer[] = [];
  for await (const chunk of line as AsyncIterable<Buffer>) {
    chunks.push(chunk);
  }
  const { bytesRead } = other;
  line.destroy();
  return { answer: Buffer.concat(chunks).toString(), bytesRead, bytesOffered };
}

const MAX_BYTES = 64 * 1024 * 1024;
