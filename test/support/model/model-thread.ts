import type { Name } from './action.js';
import type { ModelMessage } from './model-message.js';

/** What a thread is to somebody who is in its room. */
export interface ModelThreadState {
  readonly follows: boolean;
  readonly lastRead: number;
  readonly unread: number;
  readonly mentions: number;
}

interface Place {
  /** Null where they have neither done nor said anything that makes them follow it, or not. */
  readonly follows: boolean | null;
  readonly read: number;
}

const NOTHING_SAID: Place = { follows: null, read: 0 };

/** What was said beside a message, and who follows it and has read how far. */
export class ModelThread {
  readonly messages: ModelMessage[] = [];
  /** Of those who follow it or have marked it. */
  readonly places = new Map<Name, Place>();

  constructor(
    private readonly namedIn: (body: string) => readonly Name[],
    /** Whether what somebody says is news to another one. */
    private readonly hears: (who: Name, author: Name) => boolean,
  ) {}

  /** Somebody follows because of a message, unless they have said otherwise; what came before it is read to those who had read nothing there. */
  follow(who: Name, number: number): void {
    const place = this.places.get(who);
    if (!place) this.places.set(who, { follows: true, read: number - 1 });
    else this.places.set(who, { ...place, follows: place.follows ?? true });
  }

  /** What they say themselves holds. Whoever has read nothing there begins at its end. */
  wants(who: Name, follows: boolean): void {
    this.places.set(who, { follows, read: this.places.get(who)?.read ?? this.messages.length });
  }

  /** The same because a message names them, whatever they have said: to those who did not follow yet all that came before it is read. */
  followAsNamed(who: Name, number: number): void {
    const place = this.places.get(who);
    if (place?.follows) return;
    this.places.set(who, { follows: true, read: Math.max(number - 1, place?.read ?? 0) });
  }

  /** As read up to a number, and no further back. */
  reads(who: Name, number: number): void {
    this.markAt(who, (read) => Math.max(number, read));
  }

  /** As unread from a number on, and no further. */
  marksUnread(who: Name, number: number): void {
    this.markAt(who, (read) => Math.min(number - 1, read));
  }

  /** Nothing of a thread that somebody does not follow counts as unread. */
  stateOf(who: Name): ModelThreadState {
    const { follows: wanted, read } = this.places.get(who) ?? NOTHING_SAID;
    const follows = wanted ?? false;
    const unread = this.messages.filter(
      ({ number, author, deleted }) => follows && number > read && this.hears(who, author) && !deleted,
    );
    const naming = unread.filter(({ body }) => this.namedIn(body).includes(who));
    return { follows, lastRead: read, unread: unread.length, mentions: naming.length };
  }

  private markAt(who: Name, move: (read: number) => number): void {
    const { follows, read } = this.places.get(who) ?? NOTHING_SAID;
    const number = move(read);
    if (number !== read) this.places.set(who, { follows, read: number });
  }
}
