import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Bus } from '../../bus/index.js';
import { departureIn } from '../../log/index.js';

/**
 * The rooms of which events may still be met, in the log or in what is kept of it, though they are deleted: nobody is shown one. What was
 * removed from the log before this server started is nowhere to be met.
 */
@Injectable()
export class DeletedRooms implements OnModuleInit {
  private readonly ids = new Set<string>();
  private readonly listeners = new Set<(roomId: string) => void>();

  constructor(private readonly bus: Bus) {}

  onModuleInit(): void {
    this.bus.listen((event) => {
      const departure = event.roomId === null ? departureIn(event) : undefined;
      if (departure) this.add(departure.roomId);
    });
  }

  has(roomId: string): boolean {
    return this.ids.has(roomId);
  }

  /** Also of one that was known before; each once. */
  add(roomId: string): void {
    if (this.ids.has(roomId)) return;
    this.ids.add(roomId);
    for (const listener of this.listeners) listener(roomId);
  }

  /** Calls back when a room is deleted. */
  listen(listener: (roomId: string) => void): void {
    this.listeners.add(listener);
  }
}
