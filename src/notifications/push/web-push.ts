import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../config/index.js';
import { askOnce, NotAsked } from '../../outgoing/index.js';
import { lazily } from '../../runtime/index.js';
import { PushGuard } from './push-guard.js';
import { PushKeys } from './push-keys.js';

/** Needed by nobody before the first notification. */
const webPush = lazily(async () => (await import('web-push')).default);

/** A browser, and where its push service takes what is for it. */
export interface Target {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

export interface Push {
  /** What it holds: only the browser can read it. */
  readonly payload: string;
  /** So long the push service keeps it for a device that is off. */
  readonly ttlSeconds: number;
  /** What a device that saves its battery is woken for (RFC 8030). */
  readonly urgency: 'low' | 'normal' | 'high';
  /** The push service keeps only the newest one of a topic; up to 32 characters of base64url. */
  readonly topic: string;
}

export type Outcome =
  | { readonly status: 'SENT' | 'GONE' | 'REFUSED' }
  /** It may work another time: not before so many seconds, where the push service said that. */
  | { readonly status: 'BUSY'; readonly waitSeconds: number };

const MAX_MILLISECONDS = 10_000;
const MAX_WAIT_SECONDS = 600;
/** Of whoever runs a server without an address: RFC 8292 wants some contact. */
const NO_CONTACT = 'mailto:nobody@tertulia.invalid';

/** Hands something to a push service, encrypted for one browser (RFC 8291), as this server and no other (RFC 8292). */
@Injectable()
export class WebPush {
  constructor(
    private readonly guard: PushGuard,
    private readonly keys: PushKeys,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** Never throws: what goes wrong is an outcome, but for the end of the server. */
  async hand(target: Target, push: Push, stopping: AbortSignal): Promise<Outcome> {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(MAX_MILLISECONDS)]);
    try {
      const admitted = await this.guard.admit(target.endpoint, signal);
      const { headers, body } = await this.sealed(target, push);
      const answer = await askOnce(admitted, { method: 'POST', headers, body }, signal);
      answer.destroy();
      return outcomeOf(answer);
    } catch (error) {
      stopping.throwIfAborted();
      return error instanceof NotAsked ? { status: 'REFUSED' } : { status: 'BUSY', waitSeconds: 0 };
    }
  }

  private async sealed({ endpoint, p256dh, auth }: Target, { payload, ttlSeconds, urgency, topic }: Push) {
    const pair = this.keys.current;
    if (!pair) throw new NotAsked('This server sends no Web Push.');
    const { headers, body } = (await webPush()).generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
      ...{ TTL: ttlSeconds, urgency, topic, contentEncoding: 'aes128gcm' },
      vapidDetails: { subject: this.contact(), ...pair },
    });
    return { headers: textsOf(headers), body };
  }

  private contact(): string {
    const { webPushContact, publicUrl } = this.settings;
    return webPushContact ?? (publicUrl?.startsWith('https:') ? publicUrl : NO_CONTACT);
  }
}

function outcomeOf({ statusCode = 0, headers }: IncomingMessage): Outcome {
  if (statusCode >= 200 && statusCode < 300) return { status: 'SENT' };
  if (statusCode === 404 || statusCode === 410) return { status: 'GONE' };
  if (statusCode !== 429 && statusCode < 500) return { status: 'REFUSED' };
  // A date, which it may be as well, counts as nothing said.
  const seconds = Number(headers['retry-after'] ?? 0);
  return {
    status: 'BUSY',
    waitSeconds: Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), MAX_WAIT_SECONDS) : 0,
  };
}

function textsOf(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
