import type { Room } from '../core/graphql/model';

export function isSameRoom(a: Room, b: Room): boolean {
  return a.name === b.name && a.topic === b.topic && a.visibility === b.visibility && a.memberCount === b.memberCount;
}
