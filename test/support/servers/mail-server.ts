import type { AddressInfo } from 'node:net';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, expect } from 'vitest';
import { MailQueue } from '#server/mail/mail-queue.js';
import { MailTimer } from '#server/notifications/email/mail-timer.js';
import { freePort } from './free-port.js';
import type { TestServer } from './server.js';

/** Where links in e-mail lead in tests. */
export const PUBLIC_URL = 'http://chat.example.org';

/** An e-mail as it came. */
export interface Received extends ParsedMail {
  readonly to: AddressObject;
  readonly raw: string;
}

interface Refusal {
  readonly code: number;
  readonly at: 'RCPT' | 'DATA';
  readonly words: string;
}

/** A mail server of somebody else's, on this machine: takes e-mail over SMTP, and refuses, hangs or hangs up where a test says so. */
export class MailServer {
  readonly received: Received[] = [];
  private readonly refusals = new Map<string, Refusal>();
  private readonly server: SMTPServer;
  private isHanging = false;
  /** Called when all of an e-mail is there, before that is acknowledged. */
  onTaken: (mail: Received) => void | Promise<void> = () => undefined;
  attempts = 0;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      hideSTARTTLS: true,
      disableReverseLookup: true,
      logger: false,
      onConnect: (_, answer) => {
        if (!this.isHanging) answer();
      },
      onRcptTo: ({ address }, _, answer) => {
        this.attempts += 1;
        answer(this.refusalOf(address, 'RCPT'));
      },
      onData: (stream, session, answer) => {
        const [to] = session.envelope.rcptTo;
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          void this.take(Buffer.concat(pieces), to?.address ?? '').then(answer);
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  static async opens(): Promise<MailServer> {
    const mail = new MailServer();
    await mail.listens(0);
    afterAll(() => {
      mail.closes();
    });
    return mail;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  /** What a server is told in order to send its e-mail here. */
  get settings(): Record<string, string> {
    return {
      MAIL_URL: `smtp://127.0.0.1:${String(this.port)}`,
      MAIL_FROM: 'Tertulia <chat@example.org>',
      PUBLIC_URL,
    };
  }

  /** The same for a server whose links somebody follows: it says where it is. */
  async settingsAtItsPort(): Promise<Record<string, string>> {
    const port = String(await freePort());
    return { ...this.settings, PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` };
  }

  /** What comes for an address from now on is refused with a code of SMTP (RFC 5321); null takes it again. */
  refuses(address: string, code: number | null, at: Refusal['at'] = 'RCPT', words = 'Not here'): void {
    if (code === null) this.refusals.delete(address);
    else this.refusals.set(address, { code, at, words });
  }

  /** Whoever connects is not greeted any more. */
  hangs(isHanging = true): void {
    this.isHanging = isHanging;
  }

  closes(): void {
    for (const connection of this.server.connections) connection.close();
    this.server.close();
  }

  /** What has come for an address so far. */
  to(address: string): Received[] {
    return this.received.filter(({ to }) => to.value.some((one) => one.address === address));
  }

  /** What has come for an address, once there is so much of it. */
  async hears(address: string, count = 1): Promise<Received[]> {
    await expect.poll(() => this.to(address).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(count);
    return this.to(address);
  }

  private listens(port: number): Promise<void> {
    return new Promise((resolve) => {
      this.server.listen(port, '127.0.0.1', () => {
        resolve();
      });
    });
  }

  private async take(raw: Buffer, address: string): Promise<Error | null> {
    const refusal = this.refusalOf(address, 'DATA');
    if (refusal) return refusal;
    const mail = { ...(await simpleParser(raw)), raw: raw.toString() } as Received;
    this.received.push(mail);
    await this.onTaken(mail);
    return null;
  }

  private refusalOf(address: string, at: Refusal['at']): Error | null {
    const refusal = this.refusals.get(address);
    if (refusal?.at !== at) return null;
    return Object.assign(new Error(refusal.words), { responseCode: refusal.code });
  }
}

/** The address that a link in an e-mail has, without that of the server. */
export function pathIn({ text = '' }: Received, begin: string): string {
  const [, path] = new RegExp(`https?://[^/\\s]+(${begin}\\S*)`).exec(text) ?? [];
  if (path === undefined) throw new Error(`There is no link to ${begin} in: ${text}`);
  return path;
}

/** The last part of a link in an e-mail. */
export function tokenIn(mail: Received, begin: string): string {
  return pathIn(mail, begin).split('/').at(-1) ?? '';
}

/** A text without the characters that keep names in their own direction. */
export function plain(text: string | undefined): string {
  return (text ?? '').replace(/[\u2066-\u2069]/g, '');
}

/** After a test has moved the clock: what is due by now is looked at, and sent. */
export function looksAtMail({ app }: TestServer): void {
  app.get(MailTimer).wake();
  app.get(MailQueue).wake();
}
