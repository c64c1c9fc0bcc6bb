import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditAction, AuditLog } from '../../audit/index.js';
import { hashOf } from '../../auth/index.js';
import type { Actor } from '../../caller/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { Database, type FindLocks, type Transaction } from '../../database/index.js';
import { MembersService, RoomAccess, RoomRemains } from '../../rooms/index.js';
import { mayModerate } from '../../rules/index.js';
import { Clock, isId, newId } from '../../runtime/index.js';
import { displayNameFrom } from '../../users/index.js';
import { NotAllowedToMakeWebhooks, TooManyWebhooks, WebhookNotFound } from '../bots.errors.js';
import { BotsService } from '../bots.service.js';
import { KeptBots } from '../kept-bots.js';
import { IncomingWebhook } from './incoming-webhook.entity.js';
import { IncomingWebhookType } from './incoming-webhook.type.js';
import type { CreateIncomingWebhookInput } from './incoming-webhooks.inputs.js';
import {
  COUNT_OF_WEBHOOKS_IN_ROOM,
  PLACE_OF_WEBHOOK,
  REMOVE_WEBHOOK,
  REMOVE_WEBHOOKS_OF_ROOM,
} from './incoming-webhooks.queries.js';

/** Of one room: what nobody keeps an eye on any more is better deleted. */
const MAX_WEBHOOKS_OF_ROOM = 20;
/** Each makes a bot of its own. */
export const MAX_WEBHOOKS_OF_BOT = 1;
export const HOOKS_PATH = 'hooks';

@Injectable()
export class IncomingWebhooksService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly members: MembersService,
    private readonly remains: RoomRemains,
    private readonly service: BotsService,
    private readonly bots: KeptBots,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.remains.ofRoom(async (roomId) => {
      await this.database.write({ rooms: [roomId] }, (tx) => tx.rows(REMOVE_WEBHOOKS_OF_ROOM, [roomId]));
      return false;
    });
  }

  async createIncomingWebhook(
    actor: Actor,
    { roomId, name: written }: CreateIncomingWebhookInput,
  ): Promise<{ webhook: IncomingWebhookType; url: string }> {
    const name = displayNameFrom(written);
    // 192 random bits.
    const secret = randomBytes(24).toString('base64url');
    return this.database.write({ people: [actor.userId], rooms: [roomId] }, async (tx) => {
      const { room, membership } = await this.access.asMemberOfChannel(tx.em, actor, roomId);
      if (!mayModerate(membership.role)) throw new NotAllowedToMakeWebhooks();
      const [count] = await tx.rows<{ total: number }>(COUNT_OF_WEBHOOKS_IN_ROOM, [roomId]);
      if ((count?.total ?? 0) >= MAX_WEBHOOKS_OF_ROOM) throw new TooManyWebhooks(MAX_WEBHOOKS_OF_ROOM);
      const { bot, account } = await this.service.make(tx, actor, {
        username: usernameFor(),
        displayName: name,
        about: null,
      });
      await this.members.enter(tx, room, account.id, actor.userId);
      const webhook = tx.em.create(IncomingWebhook, {
        id: newId(),
        botId: bot.id,
        roomId,
        name,
        hash: hashOf(secret),
        createdAt: this.clock.now(),
        lastUsedAt: null,
      });
      await tx.em.flush();
      const about = { subjectId: account.id, roomId, detail: name };
      await this.note(tx, AuditAction.INCOMING_WEBHOOK_CREATED, actor, about);
      const url = `${this.settings.publicUrl ?? ''}/${HOOKS_PATH}/${secret}`;
      return { webhook: IncomingWebhookType.of(webhook), url };
    });
  }

  /** Its bot stays, as the author of what came by it, and can do nothing more. */
  async deleteIncomingWebhook(actor: Actor, webhookId: string): Promise<void> {
    await this.database.write(this.locksOf(actor, webhookId), async (tx) => {
      const webhook = isId(webhookId) ? await tx.em.findOne(IncomingWebhook, { id: webhookId }) : null;
      if (!webhook) throw new WebhookNotFound();
      const kept = await this.bots.asOwnerOrAdministrator(tx, actor, webhook.botId);
      const { roomId, name: detail } = webhook;
      await tx.rows(REMOVE_WEBHOOK, [webhookId]);
      await this.note(tx, AuditAction.INCOMING_WEBHOOK_DELETED, actor, { subjectId: kept.account.id, roomId, detail });
      await this.service.disableWithin(tx, actor, kept);
    });
  }

  private locksOf(actor: Actor, webhookId: string): FindLocks {
    return async (where) => {
      const [found] = isId(webhookId)
        ? await where.rows<{ botId: string; roomId: string }>(PLACE_OF_WEBHOOK, [webhookId])
        : [];
      if (!found) return { people: [actor.userId] };
      const locks = await this.bots.locksOf(actor, found.botId)(where);
      return { ...locks, house: ['administrators'], rooms: [found.roomId] };
    };
  }

  private note(
    tx: Transaction,
    action: AuditAction,
    { userId, sessionId }: Actor,
    about: { readonly subjectId: string; readonly roomId: string; readonly detail: string },
  ): Promise<void> {
    return this.audit.record(tx, { action, actorId: userId, sessionId, ...about });
  }
}

/** Nobody types it: people read the name. */
function usernameFor(): string {
  return `webhook-${randomBytes(6).toString('hex')}`;
}
