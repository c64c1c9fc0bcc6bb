import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Changes } from '../bus/index.js';
import { shown } from '../log/index.js';
import type { Shown } from '../graphql/index.js';
import type { Message } from './message.entity.js';

/** Enough for what is committed together and shown a moment later. */
const REMEMBERED = 500;

/**
 * Messages without files that were just posted: the event that tells of one is shown to all who follow the room, and need not
 * read it again. Whatever else happens to a message takes it out, also a thread that begins there: so nobody has to look whether one hangs on it.
 */
@Injectable()
export class FreshMessages implements OnModuleInit {
  private readonly messages = new LRUCache<Shown, Message>({ max: 2 * REMEMBERED });

  constructor(private readonly changes: Changes) {}

  onModuleInit(): void {
    this.changes.listen((what) => this.messages.delete(what));
  }

  put(message: Message): void {
    for (const name of namesOf(message.id)) this.messages.set(name, message);
  }

  get(id: string): Message | undefined {
    const [message, thread] = namesOf(id);
    return this.messages.has(thread) ? this.messages.get(message) : undefined;
  }
}

/** Under each of them it is kept, and what happens to either takes it out. */
function namesOf(id: string): readonly [Shown, Shown] {
  return [shown.message(id), shown.thread(id)];
}
