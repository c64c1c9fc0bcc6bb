import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Bus } from '../../bus/index.js';
import type { Actor } from '../../caller/index.js';
import { departureIn } from '../../log/index.js';
import { RoomAccess } from '../room-access.js';
import { Watcher } from './watcher.js';

/** Ends what members watch of a room, and what is not in its log, with the stay in which they began to. */
@Injectable()
export class WatchedStays implements OnModuleInit {
  private readonly watchers = new Map<string, Set<Watcher>>();

  constructor(
    private readonly access: RoomAccess,
    private readonly bus: Bus,
  ) {}

  onModuleInit(): void {
    this.bus.listen((event) => {
      const departure = departureIn(event);
      if (!departure) return;
      for (const watcher of this.watchers.get(doorOf(departure)) ?? []) watcher.left(event.position);
    });
  }

  /** What is watched while the actor's stay lasts; nothing for those who have none. */
  async *during<T>(
    actor: Actor,
    roomId: string,
    closed: AbortSignal,
    watch: (ended: AbortSignal) => AsyncGenerator<T, void, void>,
  ): AsyncGenerator<T, void, void> {
    const door = doorOf({ roomId, userId: actor.userId });
    const watcher = new Watcher();
    const watchers = (this.watchers.get(door) ?? new Set<Watcher>()).add(watcher);
    this.watchers.set(door, watchers);
    try {
      // Asked only now that their going would be noticed: they may have gone just before.
      const stay = await this.access.stay(actor, roomId);
      if (!stay) return;
      watcher.watchesIn(stay);
      yield* watch(AbortSignal.any([closed, watcher.ended]));
    } finally {
      watchers.delete(watcher);
      if (watchers.size === 0) this.watchers.delete(door);
    }
  }
}

function doorOf({ roomId, userId }: { readonly roomId: string; readonly userId: string }): string {
  return `${roomId}:${userId}`;
}
