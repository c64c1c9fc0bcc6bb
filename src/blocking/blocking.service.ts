import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Journal } from '../log/index.js';
import { RoomStateChanged } from '../reading/index.js';
import { Clock, isId } from '../runtime/index.js';
import { ThreadStateChanged } from '../threads/index.js';
import { User, UserNotFound, UserType } from '../users/index.js';
import { CannotBlockOneself, TooManyBlocked } from './blocking.errors.js';
import { BlockedUsersChanged } from './blocking.events.js';
import {
  CLAIM_BLOCK,
  COUNT_OF_BLOCKED,
  LIFT_BLOCK,
  ROOMS_THAT_DIFFER,
  THREADS_THAT_DIFFER,
} from './blocking.queries.js';

/** More than anybody blocks by hand; every count of what is unread goes through them. */
export const MAX_BLOCKED = 1000;

/** Whom people do not want to hear from. It holds whoever blocks, and nobody else: whoever is blocked is told nothing. */
@Injectable()
export class BlockingService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Twice is no error. */
  async blockUser(actor: Actor, userId: string): Promise<UserType> {
    if (userId === actor.userId) throw new CannotBlockOneself();
    return this.database.write({ people: [actor.userId] }, async (tx) => {
      const user = await findUser(tx, userId);
      const [claimed] = await tx.rows(CLAIM_BLOCK, [actor.userId, userId, this.clock.now().getTime()]);
      if (!claimed) return user;
      const [count] = await tx.rows<{ total: number }>(COUNT_OF_BLOCKED, [actor.userId]);
      if ((count?.total ?? 0) > MAX_BLOCKED) throw new TooManyBlocked(MAX_BLOCKED);
      await this.tell(tx, actor.userId, userId);
      return user;
    });
  }

  async unblockUser(actor: Actor, userId: string): Promise<UserType> {
    return this.database.write({ people: [actor.userId] }, async (tx) => {
      const user = await findUser(tx, userId);
      const [lifted] = await tx.rows(LIFT_BLOCK, [actor.userId, userId]);
      if (lifted) await this.tell(tx, actor.userId, userId);
      return user;
    });
  }

  /** All devices of whoever blocks: first who it is, and then what is to be counted otherwise. */
  private async tell(tx: Transaction, blockerId: string, blockedId: string): Promise<void> {
    const actorId = blockerId;
    await this.journal.ofPerson(tx, BlockedUsersChanged, blockerId, { actorId, subjectId: blockedId });
    const rooms = await tx.rows<{ roomId: string }>(ROOMS_THAT_DIFFER, [blockerId, blockedId, blockedId]);
    for (const { roomId: subjectId } of rooms)
      await this.journal.ofPerson(tx, RoomStateChanged, blockerId, { actorId, subjectId });
    const threads = await tx.rows<{ threadId: string; roomId: string }>(THREADS_THAT_DIFFER, [blockerId, blockedId]);
    for (const { threadId: subjectId, roomId } of threads)
      await this.journal.ofPerson(tx, ThreadStateChanged, blockerId, {
        actorId,
        subjectId,
        particulars: { v: 1, roomId },
      });
  }
}

/** Also a guest whose stay has ended: what they wrote is still there. */
async function findUser(tx: Transaction, userId: string): Promise<UserType> {
  const user = isId(userId) ? await tx.em.findOne(User, { id: userId }) : null;
  if (!user) throw new UserNotFound();
  return UserType.of(user);
}
