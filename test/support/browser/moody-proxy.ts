import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once as first } from 'node:events';
import { afterAll } from 'vitest';
import { pass, passSome, passSockets } from './passing-on.js';

/** What the proxy does with an upload. */
export type Mood =
  | 'passes'
  | 'resets-midway'
  /** Lets so many bytes through, and then resets the line on both sides. */
  | { readonly breaksAfter: number }
  /** Holds the line and says nothing, as a network does that has lost it. */
  | 'is-silent'
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> };

/** A proxy as stands before a server: everything passes, sockets too, but the bytes of files, which it may answer or cut off by itself. */
export interface MoodyProxy {
  readonly url: string;
  /** For the next uploads, one after the other; the last one stays. */
  moods: readonly Mood[];
  /** When files, or parts of them, came, in milliseconds. */
  readonly uploads: number[];
  /** Where each of them began in its file. */
  readonly offsets: number[];
  /** How many have been under way at once, at most. */
  mostAtOnce: number;
}

export async function aMoodyProxy(server: { readonly url: string }): Promise<MoodyProxy> {
  const target = new URL(server.url);
  const uploads: number[] = [];
  const offsets: number[] = [];
  const proxy = { url: '', moods: ['passes'] as readonly Mood[], uploads, offsets, mostAtOnce: 0 };
  let open = 0;
  const listener = createServer((request, response) => {
    // On a line that it has used before, Chromium sends again by itself what was reset or answered with 408: two uploads where the page made one.
    response.setHeader('connection', 'close');
    if (request.method !== 'PATCH') {
      pass(target, request, response);
      return;
    }
    const mood = proxy.moods[Math.min(uploads.length, proxy.moods.length - 1)] ?? 'passes';
    uploads.push(Date.now());
    offsets.push(Number(request.headers['upload-offset']));
    open += 1;
    proxy.mostAtOnce = Math.max(proxy.mostAtOnce, open);
    const ended = once(() => (open -= 1));
    response.on('close', ended);
    if (mood === 'passes') pass(target, request, response, ended);
    else if (mood === 'is-silent') {
      // Nor does it notice that the other end hangs up.
      ended();
      request.pause();
    } else if (typeof mood === 'object' && 'breaksAfter' in mood) {
      passSome(target, request, mood.breaksAfter);
    } else if (mood === 'resets-midway') request.once('data', () => request.socket.resetAndDestroy());
    else {
      // As a proxy that is kind: it reads to the end, so that its answer is heard.
      request.resume().on('end', () => {
        response
          .writeHead(mood.status, { 'content-type': 'text/html', ...mood.headers })
          .end(mood.body ?? '<h1>Nginx</h1>');
      });
    }
  });
  passSockets(listener, target);
  listener.listen(0, '127.0.0.1');
  await first(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  proxy.url = `http://127.0.0.1:${String(port)}`;
  afterAll(() => {
    listener.closeAllConnections();
    listener.close();
  });
  return proxy;
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
