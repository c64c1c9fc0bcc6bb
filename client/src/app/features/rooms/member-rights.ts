import { obstacleToBan, obstacleToRemove, obstacleToSetRole } from '#rules';
import type { RoomRole } from '../../core/graphql/model';

/** What is offered to a member about another one. */
export interface MemberRights {
  readonly canRemove: boolean;
  readonly canBan: boolean;
  readonly canMakeModerator: boolean;
  readonly canMakeMember: boolean;
  readonly canHandOver: boolean;
}

export function rightsOver(viewer: RoomRole, other: RoomRole): MemberRights {
  const mayBecome = (role: RoomRole): boolean => obstacleToSetRole(viewer, { isActor: false }, role) === null;
  return {
    canRemove: obstacleToRemove(viewer, other) === null,
    canBan: obstacleToBan(viewer, other) === null,
    canMakeModerator: other === 'MEMBER' && mayBecome('MODERATOR'),
    canMakeMember: other === 'MODERATOR' && mayBecome('MEMBER'),
    canHandOver: other !== 'OWNER' && mayBecome('OWNER'),
  };
}

/** About oneself nothing is offered here: one leaves a room by its own menu. */
export const NO_RIGHTS: MemberRights = {
  canRemove: false,
  canBan: false,
  canMakeModerator: false,
  canMakeMember: false,
  canHandOver: false,
};
