import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, expect } from 'vitest';

const FOLDER = new URL('certificates/', import.meta.url);
/** For servers in processes of their own: NODE_EXTRA_CA_CERTS. */
export const PUSH_CERTIFICATE = new URL('push-service.pem', FOLDER).pathname;

/** What came for a browser, as its push service sees it. */
export interface Handed {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What a service worker makes of it. */
export interface PushNews {
  readonly kind: 'message' | 'close' | 'test';
  readonly tag: string;
  readonly messageId?: string;
  readonly roomId?: string;
  readonly threadId?: string | null;
  readonly number?: number;
  readonly roomName?: string | null;
  readonly authorName?: string;
  readonly authorId?: string;
  readonly reason?: string;
  readonly sentAt?: string;
  readonly serverName?: string;
  readonly text?: string;
}

type Answering = (response: ServerResponse) => void;

/** A push service of somebody else's over TLS, on this machine (RFC 8030). */
export class PushService {
  private readonly browsers = new Map<string, Browser>();

  private constructor(private readonly server: Server) {}

  static async opens(): Promise<PushService> {
    const [key, cert] = ['push-service-key.pem', 'push-service.pem'].map((file) => readFileSync(new URL(file, FOLDER)));
    setDefaultCACertificates([...getCACertificates('default'), String(cert)]);
    const server = createServer({ key, cert });
    const service = new PushService(server);
    server.on('request', (request, response) => {
      const pieces: Buffer[] = [];
      request.on('error', () => undefined);
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const browser = service.browsers.get(request.url ?? '');
        if (browser) browser.gets({ headers: request.headers, body: Buffer.concat(pieces) }, response);
        else response.writeHead(404).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });
    return service;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Somebody's browser that has subscribed here; `host` is what it calls the push service. */
  browser(host = 'push.test'): Browser {
    const path = `/push/${randomBytes(12).toString('base64url')}`;
    const browser = new Browser(`https://${host}:${String(this.port)}${path}`);
    this.browsers.set(path, browser);
    return browser;
  }
}

/** A browser with its keys (RFC 8291), and what its push service does with what is for it. */
export class Browser {
  readonly handed: Handed[] = [];
  private readonly curve = createECDH('prime256v1');
  private readonly secret = randomBytes(16);
  private readonly answers: Answering[] = [];

  constructor(readonly endpoint: string) {
    this.curve.generateKeys();
  }

  get keys() {
    return { p256dh: this.curve.getPublicKey('base64url'), auth: this.secret.toString('base64url') };
  }

  /** What its push service answers next, one after the other; 201 from then on. A function does what it likes with the connection. */
  willAnswer(...answers: readonly (number | Answering)[]): void {
    for (const answer of answers)
      this.answers.push(typeof answer === 'number' ? (response) => response.writeHead(answer).end() : answer);
  }

  gets(handed: Handed, response: ServerResponse): void {
    this.handed.push(handed);
    response.on('error', () => undefined);
    const answering = this.answers.shift() ?? ((answer: ServerResponse) => answer.writeHead(201).end());
    answering(response);
  }

  /** All that it was told, read with its keys. */
  get news(): PushNews[] {
    return this.handed.map((one) => JSON.parse(this.opened(one).toString()) as PushNews);
  }

  /** What it was told of some kind, once there is so much of it. */
  async hears(count = 1, kind: PushNews['kind'] = 'message'): Promise<PushNews[]> {
    const found = () => this.news.filter((one) => one.kind === kind);
    await expect.poll(() => found().length).toBeGreaterThanOrEqual(count);
    return found();
  }

  /** RFC 8188 and RFC 8291, by the words of the RFCs and not by the library that the server has. */
  private opened({ body }: Handed): Buffer {
    const salt = body.subarray(0, 16);
    const idLength = body.readUInt8(20);
    const senderKey = body.subarray(21, 21 + idLength);
    const sealed = body.subarray(21 + idLength);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.curve.getPublicKey(), senderKey]);
    const input = Buffer.from(hkdfSync('sha256', this.curve.computeSecret(senderKey), this.secret, info, 32));
    const derived = (label: string, length: number) =>
      Buffer.from(hkdfSync('sha256', input, salt, Buffer.from(`Content-Encoding: ${label}\0`), length));
    const cipher = createDecipheriv('aes-128-gcm', derived('aes128gcm', 16), derived('nonce', 12));
    cipher.setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
    // The last record ends in a 2 and zeros.
    return padded.subarray(0, padded.lastIndexOf(2));
  }
}

/** What a server claims to be (RFC 8292), where its signature is good. */
export function vapidOf({ headers }: Handed): { readonly key: string; readonly claims: Record<string, unknown> } {
  const [, jwt = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(headers.authorization ?? '') ?? [];
  const [head = '', claims = '', signature = ''] = jwt.split('.');
  const point = Buffer.from(key, 'base64url');
  const [x = '', y = ''] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const isGood = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isGood) throw new Error('The signature is not that of the key.');
  return { key, claims: JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown> };
}

/** For a server that may speak to a push service of this machine, and to no other. */
export function settingsToPush(service: PushService): Record<string, string> {
  return {
    WEB_PUSH: 'on',
    WEB_PUSH_PORTS: String(service.port),
    WEB_PUSH_HOSTS: 'push.test,other-push.test,127.0.0.1',
    WEB_PUSH_CONTACT: 'mailto:admin@example.org',
  };
}
