import { Injectable } from '@nestjs/common';
import { hash } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { hashOf } from '../../auth/index.js';
import type { Actor } from '../../caller/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { Database } from '../../database/index.js';
import { RateLimited } from '../../errors/index.js';
import { MessagesService } from '../../messages/index.js';
import { Clock, overrunOf } from '../../runtime/index.js';
import { WebhookNotFound } from '../bots.errors.js';
import { NotedUses } from '../noted-uses.js';
import { NOTE_WEBHOOK_USE, WEBHOOK_OF_HASH } from './incoming-webhooks.queries.js';
import { messageIn, type Posted } from './understood/message-in.js';

const PER_MINUTE = 60;
const MAX_NONCE_LENGTH = 64;

interface Addressed {
  readonly id: string;
  readonly roomId: string;
  readonly lastUsedAt: number | string | null;
  readonly userId: string;
  readonly ownerId: string;
}

/** What other services post becomes a message of the bot that was made for the address. */
@Injectable()
export class Deliveries {
  private readonly limiter = new RateLimiterMemory({ points: PER_MINUTE, duration: 60 });
  private readonly uses: NotedUses;

  constructor(
    private readonly database: Database,
    private readonly messages: MessagesService,
    clock: Clock,
    @InjectSettings() private readonly settings: Settings,
  ) {
    this.uses = new NotedUses(database, clock, NOTE_WEBHOOK_USE);
  }

  /** Resolves once the message is on disk, or where there is nothing to say. */
  async deliver(secret: string, posted: Posted, idempotencyKey: string | undefined): Promise<void> {
    const [webhook] = await this.database.rows<Addressed>(WEBHOOK_OF_HASH, [hashOf(secret)]);
    if (!webhook) throw new WebhookNotFound();
    await this.assertNotTooMany(webhook);
    const { body, nonce } = messageIn(posted);
    if (body !== null) {
      const key = idempotencyKey ?? nonce;
      await this.messages.sendMessage(actorOf(webhook), {
        roomId: webhook.roomId,
        body,
        ...(key !== null && { nonce: nonceOf(key) }),
      });
    }
    await this.uses.note(webhook);
  }

  private async assertNotTooMany({ id }: Addressed): Promise<void> {
    const overrun = this.settings.rateLimits ? await overrunOf(this.limiter, id) : undefined;
    if (overrun) throw new RateLimited(overrun.retryAfter, 'Too many messages in a short time');
  }
}

/** Who posts by an address may do this one thing, in this one room. */
function actorOf({ id, userId, ownerId, roomId }: Addressed): Actor {
  const bot = { tokenId: id, ownerId, scopes: new Set(['MESSAGES_WRITE' as const]), roomIds: new Set([roomId]) };
  return { userId, sessionId: id, isGuest: false, expiresAt: new Date(8.64e15), bot };
}

/** Keys of other services may be longer than a nonce. */
function nonceOf(key: string): string {
  return key.length <= MAX_NONCE_LENGTH && /^[\x21-\x7e]+$/.test(key) ? key : hash('sha256', key, 'base64url');
}
