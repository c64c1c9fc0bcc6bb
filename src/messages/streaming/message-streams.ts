import { Injectable } from '@nestjs/common';
import { Clock } from '../../runtime/index.js';
import { MessageStream, type StreamPiece } from './message-stream.js';
import { RoomStreams } from './room-streams.js';

/** The messages that grow now. Kept in memory: what is on the disk is behind it by a second at most. */
@Injectable()
export class MessageStreams {
  private readonly streams = new Map<string, MessageStream>();
  private readonly rooms = new Map<string, RoomStreams>();

  constructor(private readonly clock: Clock) {}

  begin(
    messageId: string,
    { roomId, authorId, text }: { readonly roomId: string; readonly authorId: string; readonly text: string },
  ): void {
    const stream = new MessageStream(messageId, roomId, authorId, text, this.clock.now());
    this.streams.set(messageId, stream);
    this.room(roomId).add(stream);
  }

  get(messageId: string): MessageStream | undefined {
    return this.streams.get(messageId);
  }

  all(): MessageStream[] {
    return [...this.streams.values()];
  }

  /** Its bot has said so much by now. */
  grow(stream: MessageStream, text: string): void {
    stream.heardAt = this.clock.now();
    stream.text = text;
    this.room(stream.roomId).grew();
  }

  /** Nothing more comes to it; this is what stands. */
  end(stream: MessageStream, text: string): void {
    if (!this.streams.delete(stream.messageId)) return;
    stream.end(text);
    this.room(stream.roomId).ended(stream);
  }

  watch(roomId: string, closed: AbortSignal): AsyncGenerator<StreamPiece, void, void> {
    return this.room(roomId).watch(closed);
  }

  private room(roomId: string): RoomStreams {
    const room = this.rooms.get(roomId) ?? new RoomStreams(() => this.rooms.delete(roomId));
    this.rooms.set(roomId, room);
    return room;
  }
}
