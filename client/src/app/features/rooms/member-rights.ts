import type { RoomRole, RoomVisibility } from '../../core/graphql/model';

export interface MemberRights {
  readonly canRemove: boolean;
  readonly canMakeModerator: boolean;
  readonly canMakeMember: boolean;
  readonly canHandOver: boolean;
}

/** What a member may do to another one: what the server would allow, so that nothing else is offered. */
export function rightsOver(viewer: RoomRole, other: RoomRole): MemberRights {
  const owns = viewer === 'OWNER' && other !== 'OWNER';
  return {
    canRemove: viewer !== 'MEMBER' && other !== 'OWNER',
    canMakeModerator: owns && other === 'MEMBER',
    canMakeMember: owns && other === 'MODERATOR',
    canHandOver: owns,
  };
}

export const NO_RIGHTS: MemberRights = {
  canRemove: false,
  canMakeModerator: false,
  canMakeMember: false,
  canHandOver: false,
};

export function mayAddTo(visibility: RoomVisibility, viewer: RoomRole): boolean {
  return visibility === 'PUBLIC' || viewer !== 'MEMBER';
}
