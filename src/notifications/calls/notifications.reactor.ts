import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../config/index.js';
import type { Query, Transaction } from '../../database/index.js';
import { isOneOf, type LoggedEvent } from '../../log/index.js';
import {
  MessageDeleted,
  MessageEdited,
  MessageSent,
  ThreadMessageDeleted,
  ThreadMessageEdited,
  ThreadMessageSent,
} from '../../messages/index.js';
import { RoomStateChanged } from '../../reading/index.js';
import { type GatheringReactor, Reactors } from '../../reactors/index.js';
import { MemberLeft, RoomDeleted } from '../../rooms/index.js';
import { Mails } from '../../mail/index.js';
import { Clock } from '../../runtime/index.js';
import { ThreadStateChanged } from '../../threads/index.js';
import { KnownDevices } from '../push/known-devices.js';
import { PushQueue } from '../push/push-queue.js';
import { ADD_CLOSES, CLOSE_DELETED, CLOSE_READ, PUT_DUE, PUT_STREAMED_DUE } from './calls.queries.js';
import { MAX_AGE_MILLISECONDS } from './new-notifications.js';

const SENT = [MessageSent, ThreadMessageSent];
/** With one of these a message is done that grew piece by piece. */
const EDITED = [MessageEdited, ThreadMessageEdited];
const DELETED = [MessageDeleted, ThreadMessageDeleted];
/** After these somebody may have read more of a room, or be in it no more. */
const SEEN = [RoomStateChanged, ThreadStateChanged, MemberLeft, RoomDeleted];
const KINDS = [...SENT, ...EDITED, ...DELETED, ...SEEN];

interface Closed {
  readonly messageId: string;
  readonly userId: string;
}

/** Notes which messages may call somebody, and takes back what was read or deleted since. It does no more, because it holds up everybody who writes. */
@Injectable()
export class NotificationsReactor implements GatheringReactor, OnModuleInit {
  readonly name = 'notifications';
  readonly begins = 'at the end';
  readonly gathersMilliseconds = 300;

  constructor(
    private readonly reactors: Reactors,
    private readonly devices: KnownDevices,
    private readonly queue: PushQueue,
    private readonly mails: Mails,
    private readonly clock: Clock,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    if (this.settings.webPush || this.mails.areOn) this.reactors.add(this);
  }

  /** Where nobody has a device to be called on, and nobody is sent e-mail, nothing is to be done. */
  get kinds(): typeof KINDS {
    return this.devices.areAny || this.mails.areOn ? KINDS : [];
  }

  async reactToAll(tx: Transaction, events: readonly LoggedEvent[]): Promise<void> {
    await this.note(
      tx,
      PUT_DUE,
      events.filter((event) => isOneOf(event, SENT)),
    );
    await this.note(
      tx,
      PUT_STREAMED_DUE,
      events.filter((event) => isOneOf(event, EDITED)),
    );
    await this.close(tx, [
      ...(await deleted(
        tx,
        events.filter((event) => isOneOf(event, DELETED)),
      )),
      ...(await seen(
        tx,
        events.filter((event) => isOneOf(event, SEEN)),
      )),
    ]);
    tx.afterCommit(() => {
      this.queue.wake();
    });
  }

  private async note(tx: Transaction, due: Query, events: readonly LoggedEvent[]): Promise<void> {
    const oldest = this.clock.now().getTime() - MAX_AGE_MILLISECONDS;
    const fresh = events.filter(({ at }) => at.getTime() >= oldest);
    if (fresh.length > 0) await tx.rows(due, [fresh.map(({ subjectId }) => subjectId)]);
  }

  private async close(tx: Transaction, closed: readonly Closed[]): Promise<void> {
    const now = this.clock.now().getTime();
    for (const { userId, messageId } of closed) await tx.rows(ADD_CLOSES, [now, now, userId, messageId]);
  }
}

async function deleted(tx: Transaction, events: readonly LoggedEvent[]): Promise<Closed[]> {
  return events.length === 0 ? [] : tx.rows<Closed>(CLOSE_DELETED, [events.map(({ subjectId }) => subjectId)]);
}

/** Somebody who reads makes many events: each room of theirs is looked at once. */
async function seen(tx: Transaction, events: readonly LoggedEvent[]): Promise<Closed[]> {
  const places = new Map(events.flatMap(placeOf).map((place) => [place.join(), place]));
  const closed: Closed[] = [];
  for (const [userId, roomId] of places.values()) closed.push(...(await tx.rows<Closed>(CLOSE_READ, [userId, roomId])));
  return closed;
}

/** Of whom an event says that they have seen something, and in which room. */
function placeOf(event: LoggedEvent): (readonly [string, string])[] {
  const { roomId, personId, subjectId } = event;
  if (personId === null) return roomId === null ? [] : [[subjectId, roomId]];
  if (!isOneOf(event, [ThreadStateChanged])) return [[personId, subjectId]];
  const threadsRoom = roomOfThreadIn(event);
  return threadsRoom === undefined ? [] : [[personId, threadsRoom]];
}

/** Of an event about somebody's thread. */
function roomOfThreadIn({ particulars }: LoggedEvent): string | undefined {
  const isPlaced = particulars !== null && 'roomId' in particulars;
  return isPlaced && typeof particulars.roomId === 'string' ? particulars.roomId : undefined;
}
