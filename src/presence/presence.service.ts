import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Bus } from '../bus/index.js';
import type { Actor } from '../caller/index.js';
import { closable } from '../runtime/index.js';
import { departureIn, isSpeech, type LoggedEvent } from '../log/index.js';
import { RoomAccess, RoomFloor } from '../rooms/index.js';
import { type PresenceState, RoomPresence } from './room-presence.js';
import { Watcher } from './watcher.js';

/** Knows who has which room open now, and who is typing. Kept in memory alone: it is true only while it happens. */
@Injectable()
export class PresenceService implements OnModuleInit {
  private readonly rooms = new Map<string, RoomPresence>();
  private readonly watchers = new Map<string, Set<Watcher>>();

  constructor(
    private readonly access: RoomAccess,
    private readonly floor: RoomFloor,
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
    return closable((closed) => this.watch(actor, roomId, closed));
  }

  /** Holds a door of the room open for somebody until the returned function is called. */
  enter(roomId: string, userId: string): () => void {
    const room = this.room(roomId);
    room.enter(userId);
    return () => {
      room.leave(userId);
    };
  }

  private async *watch(actor: Actor, roomId: string, closed: AbortSignal): AsyncGenerator<PresenceState, void, void> {
    const { userId } = actor;
    const watcher = new Watcher();
    const watchers = this.watchersOf(roomId, userId).add(watcher);
    try {
      // Asked again now that their going would be noticed: they may have gone just before.
      const stay = await this.access.stay(actor, roomId);
      if (!stay) return;
      watcher.watchesIn(stay);
      yield* this.room(roomId).watch(userId, AbortSignal.any([closed, watcher.ended]));
    } finally {
      watchers.delete(watcher);
      if (watchers.size === 0) this.watchers.delete(doorOf(roomId, userId));
    }
  }

  /** What happens in a room changes who is in it: a sender types no more, and who has left watches no more. */
  private notice(event: LoggedEvent): void {
    const { roomId, actorId, position } = event;
    if (roomId !== null && actorId !== null && isSpeech(event)) this.rooms.get(roomId)?.endTyping(actorId);
    const departure = departureIn(event);
    if (!departure) return;
    this.rooms.get(departure.roomId)?.endTyping(departure.userId);
    for (const watcher of this.watchers.get(doorOf(departure.roomId, departure.userId)) ?? []) watcher.left(position);
  }

  private room(roomId: string): RoomPresence {
    const room = this.rooms.get(roomId) ?? new RoomPresence(roomId, () => this.rooms.delete(roomId));
    this.rooms.set(roomId, room);
    return room;
  }

  private watchersOf(roomId: string, userId: string): Set<Watcher> {
    const door = doorOf(roomId, userId);
    const watchers = this.watchers.get(door) ?? new Set<Watcher>();
    this.watchers.set(door, watchers);
    return watchers;
  }
}

function doorOf(roomId: string, userId: string): string {
  return `${roomId}:${userId}`;
}
