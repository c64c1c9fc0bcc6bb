import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { LoggedEvent } from '../log/index.js';
import {
  MessageDeleted,
  MessageEdited,
  MessagePinned,
  MessageUnpinned,
  ThreadMessageDeleted,
  ThreadMessageEdited,
} from '../messages/index.js';
import { type GatheringReactor, Reactors } from '../reactors/index.js';
import { SearchIndex, SENT } from './search-index.js';

/** What happens to a message that changes what it is found by. */
export const INDEXED_KINDS = [
  ...SENT,
  MessageEdited,
  MessageDeleted,
  MessagePinned,
  MessageUnpinned,
  ThreadMessageEdited,
  ThreadMessageDeleted,
];

/** Takes what is said, and what becomes of it, into the index. Nobody waits for it: a search looks itself at what it has not come to yet. */
@Injectable()
export class SearchIndexReactor implements GatheringReactor, OnModuleInit {
  readonly name = 'search-index';
  readonly kinds = INDEXED_KINDS;
  // What was said before there was an index is for SearchBackfill.
  readonly begins = 'at the end';
  readonly gathersMilliseconds = 1000;

  constructor(
    private readonly reactors: Reactors,
    private readonly index: SearchIndex,
  ) {}

  onModuleInit(): void {
    this.reactors.add(this);
  }

  /** Up to this position of the log the index knows all that has happened. */
  place(): number {
    return this.reactors.placeOf(this.name);
  }

  async reactToAll(tx: Transaction, events: readonly LoggedEvent[]): Promise<void> {
    await this.index.put(tx, [...new Set(events.map(({ subjectId }) => subjectId))]);
  }
}
