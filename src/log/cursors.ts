import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CursorSeal } from '../graphql/index.js';
import { BEGINNING, type LogPosition } from './log-position.js';
import { newId } from '../runtime/index.js';
import { Database, NO_LOCKS } from '../database/index.js';
import { EventLog } from './event-log.js';
import { BadCursor, CursorExpired, type CursorField } from './log.errors.js';
import { LogIdentity } from './log-identity.entity.js';
import { NAME_LOG } from './log-identity.queries.js';

const VERSION = 1;

/** The feed that a cursor is a position in: one room's, or that of all the rooms of whoever asks. Never a person's. */
export type FeedScope = { readonly roomId: string } | 'all';

/** A place in the log, as it is stored by those who go on from it later: with the epoch of that log. */
export interface KeptPlace extends LogPosition {
  readonly epoch: string;
}

/** Makes and reads the cursors of feeds and of lists. */
@Injectable()
export class Cursors {
  private identity: { readonly epoch: string; readonly seal: CursorSeal } | undefined;

  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
  ) {}

  /** Which log this is: a restore gives it another epoch. */
  get epoch(): string {
    return this.known.epoch;
  }

  ofFeed(scope: FeedScope, { position, eventId }: LogPosition, epoch = this.epoch): string {
    return this.known.seal.seal([VERSION, epoch, scopeName(scope), position, tail(eventId)]);
  }

  /** The position to go on after. A cursor of another log, or whose event is not at its place, has expired. */
  async positionInFeed(scope: FeedScope, cursor: string, field: CursorField = 'after'): Promise<LogPosition> {
    const [version, epoch, name, position, idTail, ...rest] = this.known.seal.open(cursor) ?? [];
    if (version !== VERSION || name !== scopeName(scope) || typeof position !== 'number' || rest.length > 0)
      throw new BadCursor(field);
    return this.placeIn({ epoch: String(epoch), position, eventId: String(idTail) }, field);
  }

  /** The same for a place that was stored: it has expired where its cursor would have. */
  async placeIn({ epoch, position, eventId }: KeptPlace, field?: CursorField): Promise<LogPosition> {
    if (epoch !== this.epoch) throw new CursorExpired(field);
    if (position === 0) return BEGINNING;
    const place = await this.log.at(position);
    if (!place && isRemovedFrom(this.log.head(), position)) return { position, eventId };
    if (!place || tail(place.eventId) !== tail(eventId)) throw new CursorExpired(field);
    return place;
  }

  /** A cursor in a list that is not a feed; `list` names the list, so that one is never taken for another's. */
  ofList(list: string, key: readonly (string | number)[]): string {
    return this.known.seal.seal([VERSION, list, ...key]);
  }

  /** The key that `ofList` was given for this list. */
  keyInList(list: string, cursor: string, field: 'after' | 'before' = 'after'): readonly unknown[] {
    const [version, name, ...key] = this.known.seal.open(cursor) ?? [];
    if (version !== VERSION || name !== list) throw new BadCursor(field);
    return key;
  }

  /** Learns which log this is, and gives a new one its name: at the start, before anything is served. */
  async open(): Promise<void> {
    const identity = await this.database.write(NO_LOCKS, async (tx) => {
      await tx.rows(NAME_LOG, [newId(), randomBytes(32).toString('hex')]);
      return tx.em.findOneOrFail(LogIdentity, { id: 1 });
    });
    this.identity = { epoch: identity.epoch, seal: new CursorSeal(Buffer.from(identity.cursorKey, 'hex')) };
  }

  private get known() {
    if (!this.identity) throw new Error('The log was not opened before it was used.');
    return this.identity;
  }
}

/** Where a log that goes on has nothing at a place of its own, there was an event of a room that was deleted since. */
function isRemovedFrom(head: LogPosition, position: number): boolean {
  return position < head.position;
}

function scopeName(scope: FeedScope): string {
  return scope === 'all' ? 'all' : `room:${scope.roomId}`;
}

/** Random bytes of the id: enough to notice that another event stands at the position. */
function tail(eventId: string): string {
  return eventId.slice(-8);
}
