import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Bus } from '../bus/index.js';
import type { Actor } from '../caller/index.js';
import { closable } from '../runtime/index.js';
import { departureIn, isSpeech, type LoggedEvent } from '../log/index.js';
import { RoomAccess, RoomFloor, WatchedStays } from '../rooms/index.js';
import { type PresenceState, RoomPresence } from './room-presence.js';

/** Knows who has which room open now, and who is typing. Kept in memory alone: it is true only while it happens. */
@Injectable()
export class PresenceService implements OnModuleInit {
  private readonly rooms = new Map<string, RoomPresence>();

  constructor(
    private readonly access: RoomAccess,
    private readonly floor: RoomFloor,
    private readonly stays: WatchedStays,
    private readonly bus: Bus,
  ) {}

  onModuleInit(): void {
    this.bus.listen((event) => {
      this.notice(event);
    });
  }

  async setTyping(actor: Actor, roomId: string): Promise<void> {
    await this.floor.assertMayPost(actor, roomId);
    this.room(roomId).setTyping(actor.userId);
  }

  async roomPresence(actor: Actor, roomId: string): Promise<AsyncGenerator<PresenceState, void, void>> {
    await this.access.assertMember(actor, roomId);
    return closable((closed) =>
      this.stays.during(actor, roomId, closed, (ended) => this.room(roomId).watch(actor.userId, ended)),
    );
  }

  /** Holds a door of the room open for somebody until the returned function is called. */
  enter(roomId: string, userId: string): () => void {
    const room = this.room(roomId);
    room.enter(userId);
    return () => {
      room.leave(userId);
    };
  }

  /** Whoever has sent something or left types no more. */
  private notice(event: LoggedEvent): void {
    const { roomId, actorId } = event;
    if (roomId !== null && actorId !== null && isSpeech(event)) this.rooms.get(roomId)?.endTyping(actorId);
    const departure = departureIn(event);
    if (departure) this.rooms.get(departure.roomId)?.endTyping(departure.userId);
  }

  private room(roomId: string): RoomPresence {
    const room = this.rooms.get(roomId) ?? new RoomPresence(roomId, () => this.rooms.delete(roomId));
    this.rooms.set(roomId, room);
    return room;
  }
}
