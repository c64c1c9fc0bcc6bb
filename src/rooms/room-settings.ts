import type { Settings as ServerSettings } from '../config/index.js';
import { InvalidInput } from '../errors/index.js';
import { MAX_KEEP_DAYS, MAX_SLOW_MODE_SECONDS } from '../rules/index.js';
import { type ChangeParticulars, RoomChange } from './events/rooms.events.js';
import { nameIn, topicIn } from './room-names.js';
import type { Room } from './room.entity.js';
import type { UpdateRoomInput } from './rooms.inputs.js';

/** What of a room can be changed. */
export type Settings = Pick<Room, 'name' | 'topic' | 'visibility' | 'posting' | 'slowModeSeconds' | 'keepMessagesDays'>;

/** What the server allows. */
type Bounds = Pick<ServerSettings, 'messagesKeptDays'>;

/** What somebody wants to be different, within its bounds and those of the server. */
export function settingsIn(input: UpdateRoomInput, { messagesKeptDays }: Bounds): Partial<Settings> {
  const { name, topic, visibility, posting, slowModeSeconds, keepMessagesDays } = input;
  if (visibility === null) throw new InvalidInput('visibility', 'A room is either public or private.');
  return {
    ...(name !== undefined && { name: nameIn(name ?? '') }),
    ...(topic !== undefined && { topic: topicIn(topic ?? '') }),
    ...(visibility !== undefined && { visibility }),
    ...(posting !== undefined && { posting: posting ?? 'EVERYONE' }),
    ...(slowModeSeconds !== undefined && { slowModeSeconds: secondsIn(slowModeSeconds ?? 0) }),
    ...(keepMessagesDays !== undefined && { keepMessagesDays: daysIn(keepMessagesDays, messagesKeptDays) }),
  };
}

/** As they are now, for whoever changes them. */
export function settingsOf({ name, topic, visibility, posting, slowModeSeconds, keepMessagesDays }: Room): Settings {
  return { name, topic, visibility, posting, slowModeSeconds, keepMessagesDays };
}

/** What is to be different of what it is. */
export function changesTo(room: Settings, wanted: Partial<Settings>): RoomChange[] {
  return CHANGES.flatMap(([key, change]) => (wanted[key] !== undefined && wanted[key] !== room[key] ? [change] : []));
}

/** What the log keeps of a change: what was made of the room, and no content. */
export function particularsOf(room: Settings, changes: readonly RoomChange[]): ChangeParticulars {
  return {
    v: 1,
    changes,
    visibility: changes.includes(RoomChange.VISIBILITY) ? room.visibility : null,
    ...(changes.includes(RoomChange.POSTING) && { posting: room.posting }),
    ...(changes.includes(RoomChange.SLOW_MODE) && { slowModeSeconds: room.slowModeSeconds }),
    ...(changes.includes(RoomChange.RETENTION) && { keepMessagesDays: room.keepMessagesDays }),
  };
}

/** For administrators: what it was that changed, and no content. */
export function changesInWords(before: Settings, now: Settings, changes: readonly RoomChange[]): string {
  return changes.map((change) => WORDS[change]?.(before, now) ?? change.toLowerCase()).join(', ');
}

const CHANGES = [
  ['name', RoomChange.NAME],
  ['topic', RoomChange.TOPIC],
  ['visibility', RoomChange.VISIBILITY],
  ['posting', RoomChange.POSTING],
  ['slowModeSeconds', RoomChange.SLOW_MODE],
  ['keepMessagesDays', RoomChange.RETENTION],
] as const satisfies readonly (readonly [keyof Settings, RoomChange])[];

const WORDS: Partial<Record<RoomChange, (before: Settings, now: Settings) => string>> = {
  VISIBILITY: (before, now) => `${before.visibility} to ${now.visibility}`,
  POSTING: (_, { posting }) => `posting for ${posting === 'EVERYONE' ? 'everyone' : 'moderators'}`,
  RETENTION: (_, { keepMessagesDays: days }) =>
    days === null ? 'messages kept as long as the server keeps them' : `messages kept for ${String(days)} days`,
  SLOW_MODE: (_, { slowModeSeconds }) => `slow mode of ${String(slowModeSeconds)} s`,
};

function daysIn(days: number | null, ofServer: number | null): number | null {
  const most = ofServer ?? MAX_KEEP_DAYS;
  if (days === null || (days >= 1 && days <= most)) return days;
  const sentence =
    ofServer === null
      ? 'Messages can be kept for 1 to 36,500 days, or for ever.'
      : `This server keeps messages for ${String(ofServer)} days. Choose a number of days from 1 to that.`;
  throw new InvalidInput('keepMessagesDays', sentence);
}

function secondsIn(seconds: number): number {
  if (seconds >= 0 && seconds <= MAX_SLOW_MODE_SECONDS) return seconds;
  throw new InvalidInput('slowModeSeconds', 'Slow mode can last from 0 seconds to 6 hours.');
}
