import { Injectable } from '@nestjs/common';
import type { NodemailerError, SendMailOptions } from 'nodemailer';
import { InjectSettings, type Settings } from '../config/index.js';
import { lazily } from '../runtime/index.js';

/** Needed by nobody before the first e-mail. */
const nodemailer = lazily(() => import('nodemailer'));

/** An e-mail as it is handed over. */
export type Message = Pick<SendMailOptions, 'to' | 'subject' | 'text' | 'html' | 'messageId' | 'headers'>;

export type Outcome =
  | { readonly status: 'SENT' }
  /** The server will never take it; `isOfAddress` where it is because of who it is to. */
  | { readonly status: 'REFUSED'; readonly isOfAddress: boolean; readonly words: string }
  /** It may work another time; `isServer` where nothing else would work now either. */
  | { readonly status: 'BUSY'; readonly isServer: boolean; readonly words: string };

const CONNECT_MILLISECONDS = 10_000;
const SILENCE_MILLISECONDS = 20_000;
const MAX_MILLISECONDS = 60_000;
const MAX_WORDS_LENGTH = 300;

/** Hands e-mail to the server of MAIL_URL. A connection for each, so that one that hangs can be cut when this server ends. */
@Injectable()
export class Smtp {
  constructor(@InjectSettings() private readonly settings: Settings) {}

  /** Never throws: what goes wrong is an outcome, but for the end of the server. */
  async hand(message: Message, stopping: AbortSignal): Promise<Outcome> {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(MAX_MILLISECONDS)]);
    try {
      const transport = await this.transport();
      await transport.sendMail({ ...message, from: this.settings.mailFrom, ...NOTHING_FROM_ELSEWHERE, signal });
      return { status: 'SENT' };
    } catch (error) {
      stopping.throwIfAborted();
      return outcomeOf(error as NodemailerError);
    }
  }

  private async transport() {
    const { mailUrl = '' } = this.settings;
    const { createTransport } = await nodemailer();
    return createTransport({
      url: mailUrl,
      connectionTimeout: CONNECT_MILLISECONDS,
      greetingTimeout: CONNECT_MILLISECONDS,
      socketTimeout: SILENCE_MILLISECONDS,
      dnsTimeout: CONNECT_MILLISECONDS,
      socketCloseTimeout: 0,
      requireTLS: wantsTls(mailUrl),
    });
  }
}

/** What is sent is made of texts alone: no file of this machine and no page of another gets into it. */
const NOTHING_FROM_ELSEWHERE = { disableFileAccess: true, disableUrlAccess: true };

/** A password is not sent for everybody on the way to read, unless there is no way. */
function wantsTls(mailUrl: string): boolean {
  const { protocol, hostname, password } = new URL(mailUrl);
  return protocol === 'smtp:' && password !== '' && !/^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
}

function outcomeOf(error: NodemailerError): Outcome {
  const { command, rejectedErrors } = error;
  const cause = rejectedErrors?.[0] ?? error;
  const words = (cause.response ?? cause.message).slice(0, MAX_WORDS_LENGTH);
  const isOfAddress = command === 'RCPT TO';
  // Who may send what, a server may see differently once somebody has seen to it: that is no fault of the address (RFC 3463).
  const isOfPolicy = /^5\d\d[ -]5\.7\./.test(cause.response ?? '');
  const isFinal = (cause.responseCode ?? 0) >= 500 && ((isOfAddress && !isOfPolicy) || command === 'DATA');
  if (isFinal) return { status: 'REFUSED', isOfAddress, words };
  return { status: 'BUSY', isServer: !isOfAddress && command !== 'DATA', words };
}
