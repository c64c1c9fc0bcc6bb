import type { Room } from '../core/graphql/model';

const SHOWN = [
  'kind',
  'name',
  'topic',
  'visibility',
  'posting',
  'slowModeSeconds',
  'keepMessagesDays',
  'archivedAt',
  'memberCount',
] as const satisfies readonly (keyof Room)[];

export function isSameRoom(a: Room, b: Room): boolean {
  return SHOWN.every((field) => a[field] === b[field]);
}
