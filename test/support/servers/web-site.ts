import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, vi } from 'vitest';
import { HostAddresses } from '#server/outgoing/index.js';
import type { TestServer } from './server.js';

export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** What is at a path: an answer, or whatever somebody hostile does with the connection. */
export type Answering = (response: ServerResponse, asked: Asked) => void;

/** A web server of somebody else's, on this machine. It remembers who asked what, and which answers were broken off. */
export class WebSite {
  readonly asked: Asked[] = [];
  /** Paths whose answers whoever asked did not want to the end. */
  readonly brokenOff: string[] = [];
  private readonly pages = new Map<string, Answering>();

  private constructor(private readonly server: Server) {}

  static async opens(): Promise<WebSite> {
    const server = createServer();
    const site = new WebSite(server);
    server.on('request', ({ url = '/', headers }, response) => {
      site.answer({ path: url, headers }, response);
    });
    await listen(server);
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });
    return site;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** `site.test` is what it is called where names are told by `knowsNames`. */
  url(path: string, host = 'site.test'): string {
    return `http://${host}:${String(this.port)}${path}`;
  }

  has(path: string, answering: Answering): string {
    this.pages.set(path, answering);
    return this.url(path);
  }

  hasPage(path: string, html: string, headers: Record<string, string> = {}): string {
    return this.has(path, (response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
    });
  }

  hasPicture(path: string, bytes: Buffer, mediaType = 'image/png'): string {
    return this.has(path, (response) => {
      response.writeHead(200, { 'content-type': mediaType }).end(bytes);
    });
  }

  redirects(path: string, to: string, status = 302): string {
    return this.has(path, (response) => {
      response.writeHead(status, { location: to }).end();
    });
  }

  /** Who asked for a path. */
  askedFor(path: string): Asked[] {
    return this.asked.filter((one) => one.path === path);
  }

  private answer(asked: Asked, response: ServerResponse): void {
    this.asked.push(asked);
    response.on('close', () => {
      if (!response.writableFinished) this.brokenOff.push(asked.path);
    });
    response.on('error', () => undefined);
    const answering = this.pages.get(asked.path);
    if (answering) answering(response, asked);
    else response.writeHead(404).end();
  }
}

/** For a server that may ask a web site by the name of site.test, and by no other way. */
export function settingsToAsk(...sites: readonly WebSite[]): Record<string, string> {
  return {
    LINK_PREVIEWS: 'on',
    LINK_PREVIEW_PORTS: ['80', '443', ...sites.map(({ port }) => String(port))].join(),
    LINK_PREVIEW_HOSTS: 'site.test',
  };
}

/** Which addresses a server finds for names, instead of those of the DNS. */
export function knowsNames(server: TestServer, names: Readonly<Record<string, readonly string[]>> = {}) {
  const known: Readonly<Record<string, readonly string[]>> = { 'site.test': ['127.0.0.1'], ...names };
  return vi
    .spyOn(server.app.get(HostAddresses), 'of')
    .mockImplementation((name) => Promise.resolve([...(known[name] ?? [])]));
}

/** On both kinds of loopback, where there are both. */
async function listen(server: Server): Promise<void> {
  const on = (host: string) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
  await on('::').catch(() => on('0.0.0.0'));
}
