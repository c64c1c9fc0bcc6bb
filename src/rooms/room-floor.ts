import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import type { Transaction } from '../database/index.js';
import type { Refusal } from '../errors/index.js';
import { shown } from '../log/index.js';
import { noteShown } from '../graphql/index.js';
import { isSlowedDown } from '../rules/index.js';
import { Clock } from '../runtime/index.js';
import { NOTE_POSTED } from './members/members.queries.js';
import { type Place, RoomAccess } from './room-access.js';
import type { RoomType } from './room.type.js';
import { NotAllowed, SlowedDown } from './rooms.errors.js';
import { refusalToPost } from './rooms.policy.js';

/** Whether somebody may say something in a room now. */
export interface Turn {
  /** Null where they may. */
  readonly refusal: Refusal | null;
  /** Whether they have to wait once they have said it. */
  readonly isSlowedDown: boolean;
}

/** Who may say something in a room, and how often. */
@Injectable()
export class RoomFloor {
  constructor(
    private readonly access: RoomAccess,
    private readonly clock: Clock,
  ) {}

  /** Refuses those who may not say anything there, before anything is done for them. It does not ask how often they do. */
  async assertMayPost(actor: Actor, roomId: string): Promise<void> {
    const refusal = refusalIn(await this.access.placeOf(actor, roomId));
    if (refusal) throw refusal;
  }

  /** By what is true in a change that holds the room. Refuses at once who is not in it. */
  async turnOf(tx: Transaction, actor: Actor, roomId: string): Promise<Turn> {
    const place = await this.access.placeOf(actor, roomId, tx);
    return { refusal: refusalIn(place) ?? this.refusalOfWait(place), isSlowedDown: isSlowedDown(place.role, place) };
  }

  /** They have said something, and wait from now on. */
  async spoke(tx: Transaction, { userId }: Actor, roomId: string): Promise<void> {
    await tx.rows(NOTE_POSTED, [this.clock.now().getTime(), roomId, userId]);
  }

  /** When somebody may send the next message; null where slow mode does not hold them up. Batched within an operation. */
  async nextTurnOf(scope: object, viewer: Actor, room: RoomType): Promise<Date | null> {
    if (room.slowModeSeconds === 0) return null;
    noteShown(scope, shown.unreadOf(room.id));
    const membership = await this.access.ownStay(scope, viewer, room.id);
    if (!membership?.lastPostedAt || !isSlowedDown(membership.role, room)) return null;
    const next = new Date(membership.lastPostedAt.getTime() + room.slowModeSeconds * 1000);
    return next > this.clock.now() ? next : null;
  }

  private refusalOfWait(place: Place): Refusal | null {
    if (place.lastPostedAt === null || !isSlowedDown(place.role, place)) return null;
    const wait = place.lastPostedAt + place.slowModeSeconds * 1000 - this.clock.now().getTime();
    return wait > 0 ? new SlowedDown(Math.ceil(wait / 1000)) : null;
  }
}

function refusalIn(place: Place): Refusal | null {
  const sentence = refusalToPost(place.role, place);
  return sentence === null ? null : new NotAllowed(sentence);
}
