import { Injectable } from '@angular/core';

/** When each room was open last on this device, in milliseconds: those that were opened last are kept longest. */
@Injectable({ providedIn: 'root' })
export class RoomOpenings {
  private current: ReadonlyMap<string, number> = new Map();

  get all(): ReadonlyMap<string, number> {
    return this.current;
  }

  open(roomId: string, now: number): void {
    this.current = new Map(this.current).set(roomId, now);
  }

  /** What is known from before, or from another tab; what was opened here is newer. */
  add(earlier: ReadonlyMap<string, number>): void {
    this.current = new Map([...earlier, ...this.current]);
  }

  forget(): void {
    this.current = new Map();
  }
}
