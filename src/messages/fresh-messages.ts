import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Bus } from '../bus/index.js';
import type { Message } from './message.entity.js';

/** Enough for what is committed together and shown a moment later. */
const REMEMBERED = 500;

/**
 * Messages without files that were just posted: the event that tells of one is shown to all who follow the room, and need not
 * read it again. Whatever else happens to a message takes it out.
 */
@Injectable()
export class FreshMessages implements OnModuleInit {
  private readonly messages = new LRUCache<string, Message>({ max: REMEMBERED });

  constructor(private readonly bus: Bus) {}

  onModuleInit(): void {
    this.bus.listen(({ type, subjectId }) => {
      if (type !== 'MessageSent') this.messages.delete(subjectId);
    });
  }

  put(message: Message): void {
    this.messages.set(message.id, message);
  }

  get(id: string): Message | undefined {
    return this.messages.get(id);
  }
}
