import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { Database } from '../../database/index.js';
import { InvalidInput } from '../../errors/index.js';
import { RoomAccess, RoomFloor, WatchedStays } from '../../rooms/index.js';
import { closable, isId } from '../../runtime/index.js';
import { verbatimWithin } from '../../text/index.js';
import { plainTextOf } from '../message-content.js';
import { MessageNotFound, NotAllowedToChange } from '../messages.errors.js';
import { MAX_MESSAGE_LENGTH } from '../messages.policy.js';
import { MESSAGES_WITH_IDS } from '../messages.queries.js';
import { grownBy, type Piece } from './grown-text.js';
import type { MessageStream, StreamPiece } from './message-stream.js';
import { MessageStreams } from './message-streams.js';
import { StreamEnds } from './stream-ends.js';
import { NotAStream, NotYourStream, OnlyBotsStream, PieceDoesNotFit } from './streaming.errors.js';
import type { StreamMessageInput, StreamMessagePayload } from './streaming.types.js';

/** Messages that bots write piece by piece. */
@Injectable()
export class StreamingService {
  constructor(
    private readonly database: Database,
    private readonly streams: MessageStreams,
    private readonly ends: StreamEnds,
    private readonly access: RoomAccess,
    private readonly floor: RoomFloor,
    private readonly stays: WatchedStays,
  ) {}

  async streamMessage(actor: Actor, input: StreamMessageInput): Promise<StreamMessagePayload> {
    if (!actor.bot) throw new OnlyBotsStream();
    const piece = { offset: offsetFrom(input.offset), text: input.text };
    const stream = this.streams.get(input.messageId);
    if (!stream) return this.repeatAfterTheEnd(actor, input.messageId, piece);
    await this.assertMayAdd(actor, stream);
    await stream.ending;
    // It may have ended meanwhile.
    if (stream.isOver) return this.repeatAfterTheEnd(actor, input.messageId, piece);
    const text = textWith(stream.text, piece);
    this.streams.grow(stream, text);
    if (input.isDone) await this.endOf(actor, stream);
    return { messageId: stream.messageId, length: text.length };
  }

  async roomStreams(actor: Actor, roomId: string): Promise<AsyncGenerator<StreamPiece, void, void>> {
    await this.access.assertMember(actor, roomId);
    return closable((closed) => this.stays.during(actor, roomId, closed, (ended) => this.streams.watch(roomId, ended)));
  }

  private async assertMayAdd(actor: Actor, { roomId, authorId }: MessageStream): Promise<void> {
    if (!(await this.access.isMember(actor, roomId, this.database))) throw new MessageNotFound();
    if (authorId !== actor.userId) throw new NotYourStream();
    await this.floor.assertMayPost(actor, roomId);
  }

  /** Where it fails, the message goes on growing, and the bot says again that it is done. */
  private async endOf(actor: Actor, stream: MessageStream): Promise<void> {
    const { messageId, text } = stream;
    const done = this.ends.done(actor, messageId, text);
    stream.ending = done.catch(() => undefined);
    try {
      await done;
      this.streams.end(stream, text);
    } finally {
      stream.ending = undefined;
    }
  }

  /** What a bot sends again because the answer was lost, though the message is done. */
  private async repeatAfterTheEnd(actor: Actor, messageId: string, piece: Piece): Promise<StreamMessagePayload> {
    const [message] = isId(messageId) ? await this.database.find(MESSAGES_WITH_IDS, [[messageId]]) : [];
    if (!message || !(await this.access.isMember(actor, message.roomId, this.database))) throw new MessageNotFound();
    if (message.authorId !== actor.userId) throw new NotYourStream();
    if (message.deletedAt !== null) throw new NotAllowedToChange('This message was deleted.');
    const text = plainTextOf(message.content) ?? '';
    if (message.streamState === 'BROKEN_OFF')
      throw new PieceDoesNotFit('This message was broken off. Edit it, or send another one.', text.length);
    if (message.streamState === null) throw new NotAStream();
    if (grownBy(text, piece) !== text)
      throw new PieceDoesNotFit('This message is done. Edit it, or send another one.', text.length);
    return { messageId, length: text.length };
  }
}

function textWith(text: string, piece: Piece): string {
  const grown = grownBy(text, piece);
  if (grown === null)
    throw new PieceDoesNotFit(`This piece does not fit: the text is ${String(text.length)} long.`, text.length);
  return verbatimWithin('text', grown, { min: 0, max: MAX_MESSAGE_LENGTH });
}

function offsetFrom(offset: number): number {
  if (offset < 0) throw new InvalidInput('offset', 'This cannot be less than 0.');
  return offset;
}
