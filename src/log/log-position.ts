import type { LoggedEvent } from './logged-event.entity.js';

/** Where the log stood when an operation began: whatever the operation reads afterwards is no older than this. */
export interface LogPosition {
  readonly position: number;
  readonly eventId: string;
}

export const BEGINNING: LogPosition = { position: 0, eventId: '' };

/** Where an event stands: who goes on from there meets what came after it. */
export function placeOf({ position, id }: Pick<LoggedEvent, 'position' | 'id'>): LogPosition {
  return { position, eventId: id };
}
