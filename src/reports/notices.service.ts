import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import { Journal } from '../log/index.js';
import { Clock, newId } from '../runtime/index.js';
import type { Notice } from './notice.entity.js';
import { NoticeReceived } from './reports.events.js';
import { ADD_NOTICE } from './reports.queries.js';

/** Tells people something in the name of those who look after a room. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The change holds the person. Who says it is nobody's business: the room does. Whose account has ended is told nothing. */
  async tell(
    tx: Transaction,
    userId: string,
    { kind, roomId, roomName, messageId, words }: Omit<Notice, 'id' | 'userId' | 'createdAt'>,
  ): Promise<void> {
    const id = newId();
    const now = this.clock.now().getTime();
    const [told] = await tx.rows(ADD_NOTICE, [id, kind, roomId, roomName, messageId, words, now, userId]);
    if (!told) return;
    await this.journal.ofPerson(tx, NoticeReceived, userId, { actorId: null, subjectId: id });
  }
}
