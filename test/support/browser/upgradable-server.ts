import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { pass, passSockets } from './passing-on.js';

const CLIENT = join(import.meta.dirname, '../../../dist/client/browser');

/** A server that can be brought up to date: another page, and the scripts of the old one are gone. */
export interface UpgradableServer {
  readonly url: string;
  /** From now on it serves a client whose page has this mark, and none of the scripts that the old page would load later. */
  upgrade(mark: string): void;
}

/** Stands before a real one, and answers in its place for the few files in which two versions differ. */
export async function anUpgradableServer(server: { readonly url: string }): Promise<UpgradableServer> {
  const target = new URL(server.url);
  let files: ReadonlyMap<string, string> | null = null;
  const listener = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', target);
    const isPage = request.headers.accept?.startsWith('text/html') ?? false;
    const file = files?.get(isPage ? '/index.html' : pathname);
    if (file !== undefined) {
      const type = pathname.endsWith('.json') ? 'application/json' : 'text/html';
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(file);
    } else if (files && /^\/(?!main-)[^/]+-[\w-]{8}\.js$/.test(pathname)) response.writeHead(404).end();
    else pass(target, request, response);
  });
  passSockets(listener, target);
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  afterAll(() => {
    listener.closeAllConnections();
    listener.close();
  });
  return {
    url: `http://127.0.0.1:${String((listener.address() as AddressInfo).port)}`,
    upgrade: (mark) => {
      files = nextVersion(mark);
    },
  };
}

interface WorkerManifest {
  readonly hashTable: Record<string, string>;
}

/** The build's own page and list of files, with a mark in the one and the hash of that in the other. */
function nextVersion(mark: string): ReadonlyMap<string, string> {
  const page = read('index.html').replace('<head>', `<head><meta name="version" content="${mark}">`);
  const manifest = JSON.parse(read('ngsw.json')) as WorkerManifest;
  const hashTable = { ...manifest.hashTable, '/index.html': createHash('sha1').update(page).digest('hex') };
  return new Map([
    ['/index.html', page],
    ['/ngsw.json', JSON.stringify({ ...manifest, timestamp: Date.now(), hashTable })],
  ]);
}

function read(name: string): string {
  return readFileSync(join(CLIENT, name), 'utf8');
}
