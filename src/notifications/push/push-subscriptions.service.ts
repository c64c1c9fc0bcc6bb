import { ECDH } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Authenticator } from '../../auth/index.js';
import type { Actor } from '../../caller/index.js';
import { Database, type FindLocks, type Transaction } from '../../database/index.js';
import { NameUnknown, NotAsked } from '../../outgoing/index.js';
import { MAX_DEVICE_NAME_LENGTH } from '../../rules/index.js';
import { Clock, isId, newId } from '../../runtime/index.js';
import { visibleName } from '../../text/index.js';
import { ShownPushSubscriptions } from './shown-push-subscriptions.js';
import { KnownDevices } from './known-devices.js';
import { PushGuard } from './push-guard.js';
import { PushKeys } from './push-keys.js';
import { PushQueue } from './push-queue.js';
import {
  NoPushKey,
  NoPushService,
  PushIsOff,
  PushSubscriptionNotFound,
  TooManyPushSubscriptions,
} from './push-subscriptions.errors.js';
import type { PushSubscriptionKeysInput, RegisterPushSubscriptionInput } from './push-subscriptions.inputs.js';
import type { PushSubscriptionType } from './push-subscription.type.js';
import {
  ADD_SUBSCRIPTION,
  ADD_TEST,
  CHANGE_SUBSCRIPTION,
  COUNT_OF_SUBSCRIPTIONS,
  OWNER_OF_ENDPOINT,
  REMOVE_SUBSCRIPTION,
} from './push.queries.js';

/** Of one person. */
export const MAX_PUSH_SUBSCRIPTIONS = 20;
const MAX_LOOKUP_MILLISECONDS = 5000;

/** The devices on which people are notified while the client is closed. */
@Injectable()
export class PushSubscriptionsService {
  constructor(
    private readonly database: Database,
    private readonly authenticator: Authenticator,
    private readonly shown: ShownPushSubscriptions,
    private readonly devices: KnownDevices,
    private readonly guard: PushGuard,
    private readonly keys: PushKeys,
    private readonly queue: PushQueue,
    private readonly clock: Clock,
  ) {}

  /** Twice is no error. A browser has one endpoint, whoever uses it: what somebody else registered there is theirs no more. */
  async registerPushSubscription(actor: Actor, input: RegisterPushSubscriptionInput): Promise<PushSubscriptionType> {
    if (!this.keys.current) throw new PushIsOff();
    const deviceName = visibleName('deviceName', input.deviceName, MAX_DEVICE_NAME_LENGTH);
    const keys = keysFrom(input.keys);
    const endpoint = await this.admitted(input.endpoint);
    const id = await this.database.write(this.concernedBy(actor, endpoint), async (tx) => {
      await this.authenticator.assertStillSignedIn(actor, tx);
      const found = await this.keep(tx, actor, { endpoint, deviceName, ...keys });
      tx.afterCommit(() => {
        this.devices.areThere();
      });
      return found;
    });
    return this.shown.one(actor, id);
  }

  async removePushSubscription({ userId }: Actor, id: string): Promise<void> {
    if (!isId(id)) return;
    await this.database.write({ people: [userId] }, (tx) => tx.rows(REMOVE_SUBSCRIPTION, [id, userId]));
  }

  async testPushSubscription({ userId }: Actor, id: string): Promise<void> {
    const now = this.clock.now().getTime();
    const added = isId(id)
      ? await this.database.write({ people: [userId] }, (tx) => tx.rows(ADD_TEST, [newId(), now, now, id, userId]))
      : [];
    if (added.length === 0) throw new PushSubscriptionNotFound();
    this.queue.wake();
  }

  private async keep(
    tx: Transaction,
    { userId, sessionId }: Actor,
    { endpoint, deviceName, p256dh, auth }: KeptDevice,
  ): Promise<string> {
    const [owner] = await tx.rows<{ id: string; userId: string }>(OWNER_OF_ENDPOINT, [endpoint]);
    if (owner?.userId === userId) {
      await tx.rows(CHANGE_SUBSCRIPTION, [sessionId, p256dh, auth, deviceName, owner.id]);
      return owner.id;
    }
    if (owner) await tx.rows(REMOVE_SUBSCRIPTION, [owner.id, owner.userId]);
    const [count] = await tx.rows<{ total: number }>(COUNT_OF_SUBSCRIPTIONS, [userId]);
    if ((count?.total ?? 0) >= MAX_PUSH_SUBSCRIPTIONS) throw new TooManyPushSubscriptions(MAX_PUSH_SUBSCRIPTIONS);
    const id = newId();
    const now = this.clock.now().getTime();
    await tx.rows(ADD_SUBSCRIPTION, [id, userId, sessionId, endpoint, p256dh, auth, deviceName, now]);
    return id;
  }

  /** In its one spelling. */
  private async admitted(endpoint: string): Promise<string> {
    try {
      const { url } = await this.guard.admit(endpoint, AbortSignal.timeout(MAX_LOOKUP_MILLISECONDS));
      return url.href;
    } catch (error) {
      if (error instanceof NotAsked || error instanceof NameUnknown) throw new NoPushService();
      throw error;
    }
  }

  /** Whoever registers it, and whose it was. */
  private concernedBy({ userId, sessionId }: Actor, endpoint: string): FindLocks {
    return async (where) => {
      const owners = await where.rows<{ userId: string }>(OWNER_OF_ENDPOINT, [endpoint]);
      return { people: [userId, ...owners.map((owner) => owner.userId)], sessions: [sessionId] };
    };
  }
}

interface KeptDevice {
  readonly endpoint: string;
  readonly deviceName: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** What is no key would fail with every message. */
function keysFrom({ p256dh, auth }: PushSubscriptionKeysInput): Pick<KeptDevice, 'p256dh' | 'auth'> {
  const secret = bytesOf('auth', auth);
  if (secret.length !== 16) throw new NoPushKey('auth');
  const point = bytesOf('p256dh', p256dh);
  if (point.length !== 65 || !isOnCurve(point)) throw new NoPushKey('p256dh');
  return { p256dh: point.toString('base64url'), auth: secret.toString('base64url') };
}

function bytesOf(field: 'p256dh' | 'auth', text: string): Buffer {
  if (!/^[\w-]{1,100}=?$/.test(text)) throw new NoPushKey(field);
  return Buffer.from(text, 'base64url');
}

function isOnCurve(point: Buffer): boolean {
  try {
    ECDH.convertKey(point, 'prime256v1');
    return true;
  } catch {
    return false;
  }
}
