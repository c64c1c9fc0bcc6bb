import type { Changes } from '../bus/index.js';
import { Cursors, EventLog, type FeedScope, type LoggedEvent } from '../log/index.js';
import { FeedSteps } from './feed-step.js';
import { Group } from './group.js';
import { LogPages } from './log-pages.js';
import type { RoomsOfSubject } from './rooms-of-subject.js';
import type { SharedOperation } from './shared-operation.js';
import { type LogPart, Tail } from './tail.js';

/** What all who follow one feed share: its newest events, its older pages, and their groups. */
export class Stream {
  readonly tail: Tail;
  private readonly pages: LogPages;
  readonly steps: FeedSteps;
  private readonly groups = new Map<SharedOperation, Group>();
  private readonly ticks = new Set<() => void>();
  private hasEnded = false;

  constructor(
    scope: FeedScope,
    private readonly log: EventLog,
    cursors: Cursors,
    changes: Changes,
    readonly roomsOfSubject: RoomsOfSubject,
  ) {
    const part = partOf(log, scope);
    this.tail = new Tail(log.head(), tellingOfChanges(changes, part));
    this.pages = new LogPages(part);
    this.steps = new FeedSteps(cursors, scope);
  }

  /** Whether there is nothing to follow any more: the room was deleted. */
  get isOver(): boolean {
    return this.hasEnded;
  }

  /** Ends the feed for all who follow it, wherever they stand. Who goes alone finds it out before the next step. */
  end(): void {
    this.hasEnded = true;
    for (const group of this.groups.values()) group.end();
  }

  /** Those who follow this feed with the same operation. */
  groupOf(operation: SharedOperation): Group {
    const group = this.groups.get(operation) ?? new Group(this.tail, this.steps, operation, this.roomsOfSubject);
    this.groups.set(operation, group);
    return group;
  }

  /** The next events after a position that is further back than the tail: as far as to it, where there are any before it. */
  async olderAfter(position: number): Promise<readonly LoggedEvent[]> {
    const events = await this.pages.after(position);
    // What the tail has is taken from there: of one event there is one object, and what is made of it is made once.
    const older = events.filter((event) => event.position <= this.tail.keptSince);
    return older.length > 0 ? older : events;
  }

  /** Hears of what was written to the log. */
  hear(event: LoggedEvent): Promise<void> {
    return this.tail.hear(event);
  }

  /** Calls back every few seconds, until the returned function is called: for deliveries that go without a group, and may have been silent for too long. */
  onTick(tick: () => void): () => void {
    this.ticks.add(tick);
    return () => this.ticks.delete(tick);
  }

  /** Called every few seconds: tells those who have long heard nothing that this is no fault, and lets go of what is not needed. */
  async tidy(): Promise<void> {
    this.pages.age();
    for (const tick of this.ticks) tick();
    for (const [operation, group] of this.groups) {
      operation.age();
      if (group.dissolveIfEmpty()) this.groups.delete(operation);
    }
    const quiet = [...this.groups.values()].filter((group) => group.hasQuiet());
    if (quiet.length === 0) return;
    // A hint may have been lost: the log is the truth.
    await this.tail.catchUp(this.log.head());
    await Promise.all(quiet.map((group) => group.tellQuiet()));
  }
}

/** Where a hint was lost, what it would have said has changed is found out with the event. */
function tellingOfChanges(changes: Changes, part: LogPart): LogPart {
  return {
    ...part,
    after: async (position, limit) => {
      const events = await part.after(position, limit);
      for (const event of events) changes.saw(event);
      return events;
    },
  };
}

function partOf(log: EventLog, scope: FeedScope): LogPart {
  if (scope === 'all')
    return {
      after: (position, limit) => log.allAfter(position, limit),
      upTo: (position, limit) => log.allUpTo(position, limit),
      page: (position, size) => log.allPage(position, size),
      ordinalOf: ({ position }) => position,
    };
  const { roomId } = scope;
  return {
    after: (position, limit) => log.ofRoomAfter(roomId, position, limit),
    upTo: (position, limit) => log.ofRoomUpTo(roomId, position, limit),
    page: (position, size) => log.ofRoomPage(roomId, position, size),
    // All of them are the room's, and so have one.
    ordinalOf: ({ seq }) => seq ?? 0,
  };
}
