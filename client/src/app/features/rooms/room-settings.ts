import {
  daysKept,
  obstacleToArchive,
  obstacleToDeleteRoom,
  obstacleToSetRetention,
  obstacleToSetVisibility,
  obstacleToUpdate,
  type Role,
} from '#rules';
import { daysInText } from '../../shared/text/durations';
import type { Room } from '../../core/graphql/model';

export type RoomSettings = Pick<
  Room,
  'name' | 'topic' | 'visibility' | 'posting' | 'slowModeSeconds' | 'keepMessagesDays'
>;

/** What of a room is offered to be changed. */
export interface SettingsRights {
  readonly canEdit: boolean;
  readonly canMakePublic: boolean;
  readonly canMakePrivate: boolean;
  readonly canSetRetention: boolean;
  /** And to take it out of the archive again. */
  readonly canArchive: boolean;
  readonly canDelete: boolean;
}

/** Nothing, to those who are not in it. */
export function settingsRights(role: Role | null, { isGuest }: { readonly isGuest: boolean }): SettingsRights {
  const mayMake = (visibility: RoomSettings['visibility']): boolean =>
    role !== null && obstacleToSetVisibility(visibility, { role, isGuest }) === null;
  return {
    canEdit: role !== null && obstacleToUpdate(role) === null,
    canMakePublic: mayMake('PUBLIC'),
    canMakePrivate: mayMake('PRIVATE'),
    canSetRetention: role !== null && obstacleToSetRetention(role) === null,
    canArchive: role !== null && obstacleToArchive(role) === null,
    canDelete: role !== null && obstacleToDeleteRoom(role) === null,
  };
}

/** What differs, and nothing else: what somebody else changes meanwhile is not taken back. */
export function changesTo(room: RoomSettings, draft: RoomSettings): Partial<RoomSettings> {
  return {
    ...(draft.name !== room.name && { name: draft.name }),
    ...(draft.topic !== room.topic && { topic: draft.topic }),
    ...(draft.visibility !== room.visibility && { visibility: draft.visibility }),
    ...(draft.posting !== room.posting && { posting: draft.posting }),
    ...(draft.keepMessagesDays !== room.keepMessagesDays && { keepMessagesDays: draft.keepMessagesDays }),
    ...(draft.slowModeSeconds !== room.slowModeSeconds && { slowModeSeconds: draft.slowModeSeconds }),
  };
}

/** A field of a form shows what is so now, until somebody puts something else there. */
export function followed<T>(now: T, before?: { readonly source: T; readonly value: T }): T {
  return before === undefined || before.value === before.source ? now : before.value;
}

/** What whoever changes who may see a room should know before. */
export function visibilityWarning(before: RoomSettings['visibility'], now: RoomSettings['visibility']): string | null {
  if (before === now) return null;
  return now === 'PRIVATE'
    ? $localize`Guests who are in this room will be removed from it.`
    : $localize`Everyone who joins will be able to read what was said here before.`;
}

/** What whoever has messages kept for less should know before: it cannot be taken back. Null where nothing goes by it. */
export function retentionWarning(before: number | null, now: number | null, ofServer: number | null): string | null {
  const [was, is] = [daysKept(before, ofServer), daysKept(now, ofServer)];
  if (is === null || (was !== null && was <= is)) return null;
  return $localize`All messages and files that are older than ${daysInText(is)}:age: will be deleted for everyone, now and from now on. This cannot be undone.`;
}
