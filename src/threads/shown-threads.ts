import { Injectable } from '@nestjs/common';
import { type Actor, reachesRoom } from '../caller/index.js';
import { Database } from '../database/index.js';
import { BatchLoader, inOrderOf, noteShown } from '../graphql/index.js';
import { shown } from '../log/index.js';
import { RoomAccess } from '../rooms/index.js';
import { isId } from '../runtime/index.js';
import { UsersService, type UserType } from '../users/index.js';
import type { ThreadType } from './thread.type.js';
import { ThreadNotFound } from './threads.errors.js';
import { PARTICIPANTS_OF, THREADS_WITH_IDS } from './threads.queries.js';

type ThreadRow = Omit<ThreadType, 'lastMessageAt'> & { readonly lastMessageAt: number | string };

interface Faces {
  readonly threadId: string;
  readonly first: number;
}

interface Participant {
  readonly threadId: string;
  readonly userId: string;
}

/** Threads as they are shown: for all messages of a page in one statement. */
@Injectable()
export class ShownThreads {
  private readonly byId = new BatchLoader<string, ThreadType | null>(
    (ids) => this.findAll(ids),
    (id) => [shown.thread(id)],
  );
  private readonly faces = new BatchLoader<Faces, string[]>(
    (asked) => this.findParticipants(asked),
    ({ threadId }) => [shown.thread(threadId)],
    ({ threadId, first }) => `${threadId}:${String(first)}`,
  );

  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly users: UsersService,
  ) {}

  /** The thread that an event or a message names. Batched within an operation. */
  async get(scope: object, id: string): Promise<ThreadType> {
    const thread = await this.startedBy(scope, id);
    if (!thread) throw new ThreadNotFound();
    return thread;
  }

  /** The thread that hangs on a message; null while nothing was said in it. */
  startedBy(scope: object, messageId: string): Promise<ThreadType | null> {
    return this.byId.load(scope, messageId);
  }

  /** One that was just changed. */
  async one(id: string): Promise<ThreadType> {
    const [thread] = await this.findAll([id]);
    if (!thread) throw new ThreadNotFound();
    return thread;
  }

  /** The thread, where somebody may read it now; null for others, whether there is one or not. */
  async readableBy(scope: object, userId: string, id: string): Promise<ThreadType | null> {
    const thread = isId(id) ? await this.startedBy(scope, id) : null;
    return thread && (await this.access.membership(scope, thread.roomId, userId)) && thread;
  }

  /** The same for whoever asks: a bot may come with a token that is not for its room. */
  async readableByViewer(scope: object, viewer: Actor, id: string): Promise<ThreadType | null> {
    const thread = await this.readableBy(scope, viewer.userId, id);
    return thread && reachesRoom(viewer, thread.roomId) ? thread : null;
  }

  /** Those who wrote last, the last one first. */
  async participants(scope: object, { id: threadId }: ThreadType, first: number): Promise<UserType[]> {
    const ids = await this.faces.load(scope, { threadId, first });
    noteShown(scope, ...ids.map((id) => shown.user(id)));
    const users = await this.users.shown(ids);
    return ids.flatMap((id) => users.get(id) ?? []);
  }

  private async findAll(ids: readonly string[]): Promise<(ThreadType | null)[]> {
    const rows = await this.database.rows<ThreadRow>(THREADS_WITH_IDS, [ids]);
    const threads = rows.map((row) => ({ ...row, lastMessageAt: new Date(Number(row.lastMessageAt)) }));
    return inOrderOf(ids, threads, ({ id }) => id);
  }

  /** One statement for all threads of which as many were asked for. */
  private async findParticipants(asked: readonly Faces[]): Promise<string[][]> {
    const found = new Map<Faces, string[]>();
    for (const [first, alike] of Map.groupBy(asked, (faces) => faces.first)) {
      const threadIds = alike.map(({ threadId }) => threadId);
      const rows = await this.database.rows<Participant>(PARTICIPANTS_OF, [threadIds, first]);
      const byThread = Map.groupBy(rows, ({ threadId }) => threadId);
      for (const faces of alike)
        found.set(
          faces,
          (byThread.get(faces.threadId) ?? []).map(({ userId }) => userId),
        );
    }
    return asked.map((faces) => found.get(faces) ?? []);
  }
}
