import { Injectable, signal } from '@angular/core';
import type { Room } from '../core/graphql/model';

interface Preview {
  readonly roomId: string;
  /** Null where there is no such room for this viewer. */
  readonly room: Room | null;
}

/** What the last read said of a room that the viewer is not a member of. */
@Injectable({ providedIn: 'root' })
export class RoomPreviews {
  private readonly last = signal<Preview | null>(null);

  /** Undefined where that room was not read, or not last. */
  of(roomId: string | null): Room | null | undefined {
    const last = this.last();
    return last?.roomId === roomId ? last.room : undefined;
  }

  keep(roomId: string, room: Room | null): void {
    this.last.set({ roomId, room });
  }

  forget(): void {
    this.last.set(null);
  }
}
