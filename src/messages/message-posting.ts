import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Clock, isId, newId } from '../runtime/index.js';
import { Database, type Transaction } from '../database/index.js';
import type { Refusal } from '../errors/index.js';
import { DirectNewcomers } from '../direct-rooms/index.js';
import { AttachedFiles } from '../files/index.js';
import { RoomAccess, RoomFloor, RoomJournal } from '../rooms/index.js';
import { ThreadJournal } from '../threads/index.js';
import { FreshMessages } from './fresh-messages.js';
import { Message, type StreamState } from './message.entity.js';
import { MessageAnswers } from './message-answers.js';
import { plainContent } from './message-content.js';
import { MessageMentions, type Named } from './message-mentions.js';
import { claimMessage, findNonce } from './message-rows.js';
import { NonceUsed, NothingToAnswer, NoThreadThere } from './messages.errors.js';
import { MessageSent, particularsOf } from './messages.events.js';
import { PLACE_OF_MESSAGE } from './messages.queries.js';
import { MessageStreams } from './streaming/message-streams.js';
import { ThreadMessageSent } from './thread-messages.events.js';

/** What somebody wants to post, within its bounds. */
export interface Draft {
  readonly roomId: string;
  readonly body: string;
  readonly nonce: string | null;
  readonly fileIds: readonly string[];
  readonly replyToId: string | null;
  /** The message whose thread it goes into; null for the room's own timeline. */
  readonly threadRootId: string | null;
  /** Whom the body names. */
  readonly named: Named | null;
  /** Whether it grows by pieces that come later. */
  readonly isStreaming: boolean;
  /** What a bot was asked for, and answers by this. */
  readonly interactionId: string | null;
}

type Place = Pick<Message, 'roomId' | 'threadId' | 'authorId'>;

/** With the message that the thread hangs on: null for the room's own timeline. */
interface Rooted {
  readonly root: Place | null | undefined;
}

/** Posts messages: those that wait together share one transaction, and thereby one sync to disk. */
@Injectable()
export class MessagePosting {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly floor: RoomFloor,
    private readonly journal: RoomJournal,
    private readonly threads: ThreadJournal,
    private readonly files: AttachedFiles,
    private readonly fresh: FreshMessages,
    private readonly mentions: MessageMentions,
    private readonly answers: MessageAnswers,
    private readonly newcomers: DirectNewcomers,
    private readonly streams: MessageStreams,
    private readonly clock: Clock,
  ) {}

  /** The message, once it is on disk; where the nonce came before, the first one. */
  async post(actor: Actor, draft: Draft): Promise<Message> {
    const fingerprint = draft.nonce === null ? null : fingerprintOf(draft);
    const root = draft.threadRootId === null ? null : await placeOf(this.database, draft.threadRootId);
    const newcomers = await this.newcomers.to(draft.roomId);
    const people = [...newcomers, ...(root ? followersBy(actor, root, draft) : [])];
    return this.database.writeTogether({ rooms: [draft.roomId], people }, async (tx) => {
      const turn = await this.floor.turnOf(tx, actor, draft.roomId);
      // Sent again it is the first message, whatever has been decided about the room since: its sender may never have been answered.
      if (turn.refusal) return (await this.sentBefore(tx, actor, draft, fingerprint)) ?? refuse(turn.refusal);
      // Where a message stands, and who wrote it, never changes: it was read once, before.
      if (root !== null && !isRoot(root, draft.roomId)) throw new NoThreadThere();
      if (draft.replyToId !== null) await this.assertInTimeline(tx, draft.replyToId, draft);
      if (draft.fileIds.length > 0) {
        // Before anything is written. Sent again, the files are part of the first message already.
        const first = await this.sentBefore(tx, actor, draft, fingerprint);
        if (first) return first;
        await this.files.assertThere(tx, { ...draft, uploaderId: actor.userId });
      }
      // Before the message, which is the first thing that they hear of the room.
      if (newcomers.length > 0) await this.newcomers.enter(tx, actor, draft.roomId);
      const added = await this.add(tx, actor, { ...draft, root }, fingerprint);
      const { interactionId, roomId } = draft;
      if (added && interactionId !== null) await this.answers.note(tx, actor, { interactionId, roomId });
      if (added && turn.isSlowedDown) await this.floor.spoke(tx, actor, draft.roomId);
      const message = added ?? (await this.sentBefore(tx, actor, draft, fingerprint));
      if (!message) throw new Error('A message was neither added nor sent before.');
      return message;
    });
  }

  /** One that was deleted may be answered: it was there when the answer was begun, and nothing of it is shown. */
  private async assertInTimeline(tx: Transaction, messageId: string, { roomId, threadRootId }: Draft): Promise<void> {
    const place = await placeOf(tx, messageId);
    if (place?.roomId !== roomId || place.threadId !== threadRootId) throw new NothingToAnswer();
  }

  /** The message that has the nonce, where the input is the same. */
  private async sentBefore(
    tx: Transaction,
    actor: Actor,
    { nonce }: Draft,
    fingerprint: string | null,
  ): Promise<Message | null> {
    const first = nonce === null ? undefined : await findNonce(tx, actor.userId, nonce);
    if (!first) return null;
    if (first.fingerprint !== fingerprint) throw new NonceUsed(await this.standing(tx, actor, first));
    return tx.em.findOneOrFail(Message, { id: first.id });
  }

  /** What the sender is told of the message that has the nonce: as much as they may see. */
  private async standing(tx: Transaction, actor: Actor, { id: messageId, roomId }: Pick<Message, 'id' | 'roomId'>) {
    return (await this.access.isMember(actor, roomId, tx)) ? { messageId, roomId } : undefined;
  }

  /** Null where there is a message with the nonce: then nothing was written. */
  private async add(
    tx: Transaction,
    { userId }: Actor,
    { roomId, body, nonce, fileIds, replyToId, threadRootId: threadId, named, root, isStreaming }: Draft & Rooted,
    fingerprint: string | null,
  ): Promise<Message | null> {
    const id = newId();
    const content = plainContent(body);
    const createdAt = this.clock.now();
    const streamState: StreamState | null = isStreaming ? 'STREAMING' : null;
    const said = {
      id,
      roomId,
      threadId,
      authorId: userId,
      content,
      nonce,
      fingerprint,
      replyToId,
      createdAt,
      streamState,
    };
    const places = await claimMessage(tx, said);
    if (!places) return null;
    const concerns = named !== null || replyToId !== null;
    const roomMention = concerns ? await this.mentions.keeper.sent(tx, { ...said, ...places }, named) : null;
    const event = { roomId, actorId: userId };
    if (threadId !== null && root) {
      const inThread = { ...event, threadId, messageId: id, rootAuthorId: root.authorId };
      await this.threads.recordMessage(tx, ThreadMessageSent, inThread, places);
    } else {
      const particulars = particularsOf(roomMention);
      await this.journal.recordMessage(tx, MessageSent, { ...event, subjectId: id, particulars }, places);
    }
    const message: Message = { ...said, ...places, editedAt: null, deletedAt: null, pinnedAt: null };
    if (fileIds.length > 0) await this.files.attach(tx, { messageId: id, roomId, uploaderId: userId, fileIds });
    tx.afterCommit(() => {
      if (isStreaming) this.streams.begin(id, { roomId, authorId: userId, text: body });
      else if (fileIds.length === 0) this.fresh.put(message);
    });
    return message;
  }
}

function refuse(refusal: Refusal): never {
  throw refusal;
}

function isRoot(place: Place | undefined, roomId: string): place is Place {
  return place?.roomId === roomId && place.threadId === null;
}

/** Who may begin to follow a thread by what is posted there. */
function followersBy({ userId }: Actor, root: Place, { named }: Draft): string[] {
  return [userId, root.authorId, ...(named?.people ?? [])];
}

async function placeOf(where: Pick<Transaction, 'rows'>, messageId: string): Promise<Place | undefined> {
  const [place] = isId(messageId) ? await where.rows<Place>(PLACE_OF_MESSAGE, [messageId]) : [];
  return place;
}

function fingerprintOf({ roomId, body, fileIds, replyToId, threadRootId, isStreaming, interactionId }: Draft): string {
  // What answers nothing, stands in no thread and does not grow has the fingerprint that it had before there was any of that: nonces are kept for ever.
  const answers = replyToId === null ? [] : [replyToId];
  const thread = threadRootId === null ? [] : [{ threadRootId }];
  const growth = isStreaming ? [{ isStreaming }] : [];
  const asked = interactionId === null ? [] : [{ interactionId }];
  const parts = [roomId, body, fileIds, ...answers, ...thread, ...growth, ...asked];
  return hash('sha256', JSON.stringify(parts), 'base64url');
}
