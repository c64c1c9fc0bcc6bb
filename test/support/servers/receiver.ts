import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, vi } from 'vitest';

/** What was posted to it. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** What the text says. */
  readonly event: {
    readonly __typename?: string;
    readonly id?: string;
    readonly message?: { readonly body: string } | null;
  } | null;
}

/** How it answers, or whatever somebody hostile does with the connection. */
export type Answering = (response: ServerResponse, received: Received) => void;

export const TAKES: Answering = (response) => {
  response.writeHead(204).end();
};

export function refusesWith(status: number, headers: Record<string, string> = {}): Answering {
  return (response) => {
    response.writeHead(status, headers).end();
  };
}

/** Somebody's own server, on this machine, which webhooks post to. It remembers what came, also what it did not take. */
export class HookReceiver {
  readonly received: Received[] = [];
  private readonly answers = new Map<string, Answering>();
  private paths = 0;

  private constructor(private readonly server: Server) {}

  static async opens(): Promise<HookReceiver> {
    const server = createServer();
    const receiver = new HookReceiver(server);
    server.on('request', (request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const text = Buffer.concat(pieces).toString();
        const event = JSON.parse(text) as Received['event'];
        receiver.answer({ path: request.url ?? '', headers: request.headers, text, event }, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });
    return receiver;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** An address that nothing has come to yet. */
  anAddress(answering: Answering = TAKES): { readonly url: string; readonly path: string } {
    this.paths += 1;
    const path = `/hook-${String(this.paths)}`;
    this.answers.set(path, answering);
    return { url: `http://127.0.0.1:${String(this.port)}${path}`, path };
  }

  answersWith(path: string, answering: Answering): void {
    this.answers.set(path, answering);
  }

  at(path: string): Received[] {
    return this.received.filter((one) => one.path === path);
  }

  /** Waits until so many have come to a path. */
  async has(path: string, count: number): Promise<Received[]> {
    await vi.waitUntil(() => this.at(path).length >= count, { timeout: 20_000, interval: 10 });
    return this.at(path);
  }

  private answer(received: Received, response: ServerResponse): void {
    this.received.push(received);
    response.on('error', () => undefined);
    (this.answers.get(received.path) ?? TAKES)(response, received);
  }
}

/** For a server that may post to receivers on this machine. */
export function settingsToPost(...receivers: readonly HookReceiver[]): Record<string, string> {
  return {
    WEBHOOK_PORTS: ['443', ...receivers.map(({ port }) => String(port))].join(),
    WEBHOOK_HOSTS: '127.0.0.1',
  };
}
