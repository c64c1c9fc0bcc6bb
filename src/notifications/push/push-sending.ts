import { Injectable } from '@nestjs/common';
import { Database, type Locks, NO_LOCKS, type Transaction } from '../../database/index.js';
import { DevicesInUse } from '../../presence/index.js';
import type { Silent } from '../../rules/index.js';
import { ServerLooks } from '../../server-info/index.js';
import { Clock } from '../../runtime/index.js';
import { CalledPeople } from '../calls/called-people.js';
import { type CallingMessage, CallingMessages } from '../calls/calling-messages.js';
import { NOTE_WITHHELD } from '../calls/calls.queries.js';
import { MAX_AGE_MILLISECONDS } from '../calls/new-notifications.js';
import type { DeliveryRow } from './push-delivery.type.js';
import { pushOfClose, pushOfMessage, pushOfTest } from './push-payload.js';
import {
  ADD_CLOSE_TO_DEVICE,
  COUNT_ATTEMPT,
  NOTE_DELIVERED,
  POSTPONE,
  REMOVE_SUBSCRIPTION,
  SETTLE,
} from './push.queries.js';
import { type Outcome, type Push, type Target, WebPush } from './web-push.js';

/** After the first attempt, the second and so on; one more is the last. */
const PAUSES_SECONDS = [10, 60, 240] as const;
const MAX_ATTEMPTS = PAUSES_SECONDS.length + 1;
/** So long it waits while somebody uses a device, before it looks again. */
const WHILE_IN_USE_MILLISECONDS = 20_000;

/** Something that is to be sent now; without an endpoint where the device, or its session, is there no more. */
export interface Waiting extends Pick<DeliveryRow, 'subscriptionId' | 'kind' | 'subjectId'> {
  readonly userId: string;
  readonly attempts: number;
  readonly endpoint: string | null;
  readonly p256dh: string | null;
  readonly auth: string | null;
}

type Settled = DeliveryRow['status'];

/** What is to be sent now, or why it is not. */
type Decision = { readonly push: Push } | { readonly withheld: Silent | null } | { readonly postponed: true };

/** Sends one thing to one device: asks once more whether it may, and keeps what became of it. An attempt is counted before it is made. */
@Injectable()
export class PushSending {
  constructor(
    private readonly database: Database,
    private readonly messages: CallingMessages,
    private readonly people: CalledPeople,
    private readonly devices: DevicesInUse,
    private readonly looks: ServerLooks,
    private readonly webPush: WebPush,
    private readonly clock: Clock,
  ) {}

  async send(waiting: Waiting, stopping: AbortSignal): Promise<void> {
    const target = targetOf(waiting);
    const decision = target ? await this.decide(waiting, target) : { withheld: null };
    if ('postponed' in decision) return this.postpone(waiting, WHILE_IN_USE_MILLISECONDS);
    if (!target || !('push' in decision)) return this.withhold(waiting, 'push' in decision ? null : decision.withheld);
    if (waiting.attempts >= MAX_ATTEMPTS) return this.settle(waiting, 'FAILED');
    if (!(await this.countAttempt(waiting))) return;
    const outcome = await this.webPush.hand(target, decision.push, stopping);
    await this.keep(waiting, outcome);
  }

  private async decide(waiting: Waiting, { endpoint }: Target): Promise<Decision> {
    const { kind, subjectId, userId } = waiting;
    if (kind === 'TEST') return { push: pushOfTest(subjectId, this.looks.current.name) };
    const message = await this.messages.find(subjectId);
    if (!message) return { withheld: null };
    if (kind === 'MESSAGE') return this.decideMessage(message, userId);
    return mayBeSilent(endpoint) ? { push: pushOfClose(placeOf(message)) } : { withheld: null };
  }

  /** Whoever has left the room since is told nothing of it, and whoever has read it need not be. */
  private async decideMessage(message: CallingMessage, userId: string): Promise<Decision> {
    const now = this.clock.now();
    const isDeviceInUse = (id: string): boolean => this.devices.isAnyOf(id);
    const [call] = await this.people.callsTo(message, [userId], { at: now, isReadAsked: true, isDeviceInUse });
    if (!call) return { withheld: null };
    const isOld = message.wholeAt.getTime() < now.getTime() - MAX_AGE_MILLISECONDS;
    const { reason } = call;
    if (reason === 'DEVICE_IN_USE' && !isOld) return { postponed: true };
    if (!call.isNotified) return { withheld: call.reason as Silent };
    if (isOld) return { withheld: null };
    const { authorId, authorName, isDirect, roomName, text } = message;
    const news = {
      ...placeOf(message),
      ...{ authorId, authorName, reason, roomName: isDirect ? null : roomName },
      sentAt: message.createdAt,
      serverName: this.looks.current.name,
    };
    return { push: pushOfMessage(news, call.showsText ? text : null) };
  }

  private async keep(waiting: Waiting, outcome: Outcome): Promise<void> {
    if (outcome.status !== 'BUSY') return this.settle(waiting, outcome.status);
    if (waiting.attempts + 1 >= MAX_ATTEMPTS) return this.settle(waiting, 'FAILED');
    if (outcome.waitSeconds > (PAUSES_SECONDS[waiting.attempts] ?? 0))
      await this.postpone(waiting, outcome.waitSeconds * 1000);
  }

  private async countAttempt(waiting: Waiting): Promise<boolean> {
    const next = this.in((PAUSES_SECONDS[waiting.attempts] ?? 0) * 1000);
    const counted = await this.change(NO_LOCKS, (tx) => tx.rows(COUNT_ATTEMPT, [next, ...keyOf(waiting)]));
    return counted.length > 0;
  }

  private async postpone(waiting: Waiting, milliseconds: number): Promise<void> {
    await this.change(NO_LOCKS, (tx) => tx.rows(POSTPONE, [this.in(milliseconds), ...keyOf(waiting)]));
  }

  private async withhold(waiting: Waiting, reason: Silent | null): Promise<void> {
    const { subjectId, userId, kind } = waiting;
    await this.change(NO_LOCKS, async (tx) => {
      await tx.rows(SETTLE, ['WITHHELD', this.in(0), ...keyOf(waiting)]);
      if (kind === 'MESSAGE' && reason !== null) await tx.rows(NOTE_WITHHELD, [reason, subjectId, userId]);
    });
  }

  private async settle(waiting: Waiting, status: Settled): Promise<void> {
    const { subscriptionId, subjectId, userId } = waiting;
    const now = this.in(0);
    await this.change({ people: [userId] }, async (tx) => {
      await tx.rows(SETTLE, [status, now, ...keyOf(waiting)]);
      if (status === 'GONE') await tx.rows(REMOVE_SUBSCRIPTION, [subscriptionId, userId]);
      if (status !== 'SENT') return;
      await tx.rows(NOTE_DELIVERED, [now, subscriptionId, userId]);
      await tx.rows(ADD_CLOSE_TO_DEVICE, [now, now, subscriptionId, subjectId]);
    });
  }

  /** What many devices are sent at once shares commits. */
  private change<T>(locks: Locks, change: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.writeTogether(locks, change);
  }

  private in(milliseconds: number): number {
    return this.clock.now().getTime() + milliseconds;
  }
}

function targetOf({ endpoint, p256dh, auth }: Waiting): Target | null {
  return endpoint === null || p256dh === null || auth === null ? null : { endpoint, p256dh, auth };
}

function keyOf({ subscriptionId, kind, subjectId }: Waiting): [string, string, string] {
  return [subscriptionId, kind, subjectId];
}

function placeOf({ id, roomId, threadId, number }: CallingMessage) {
  return { messageId: id, roomId, threadId, number };
}

/** Apple ends a subscription after a few pushes that show nothing; others take one now and then that takes a notification back. */
function mayBeSilent(endpoint: string): boolean {
  return !/(?:^|\.)push\.apple\.com$/.test(URL.parse(endpoint)?.hostname ?? '');
}
