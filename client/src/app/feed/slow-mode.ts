import type { RoomState } from './chat-state';
import type { RoomEvent } from './events/event-table';

/** When the viewer may send again, after an event of a room: their own message begins the wait, and another setting makes it longer or shorter. */
export function withNextTurn(room: RoomState, event: RoomEvent, viewerId: string): RoomState {
  const slowModeUntil = nextTurn(room, event, viewerId);
  return slowModeUntil === room.slowModeUntil ? room : { ...room, slowModeUntil };
}

function nextTurn({ room, slowModeUntil }: RoomState, event: RoomEvent, viewerId: string): string | null {
  const seconds = event.room.slowModeSeconds;
  if (seconds === 0) return null;
  const isSpeech = event.__typename === 'MessageSent' || event.__typename === 'ThreadMessageSent';
  if (isSpeech && event.message.author.id === viewerId) return later(slowModeUntil, plus(event.at, seconds));
  return slowModeUntil && plus(slowModeUntil, seconds - room.slowModeSeconds);
}

function plus(time: string, seconds: number): string {
  return new Date(Date.parse(time) + seconds * 1000).toISOString();
}

/** An event that comes again begins no other wait. */
function later(one: string | null, other: string): string {
  return one !== null && Date.parse(one) > Date.parse(other) ? one : other;
}
