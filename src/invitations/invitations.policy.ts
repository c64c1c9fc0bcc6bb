import { mayModerate, obstacleToAdd, obstacleToInvite, type Kind, type Role, type Visibility } from '../rules/index.js';

/** An invitation, with what decides whether it still counts. */
export interface StandingInvitation {
  readonly id: string;
  readonly code: string;
  readonly roomId: string | null;
  readonly roomName: string | null;
  readonly visibility: Visibility | null;
  readonly createdById: string;
  /** The role of who gave it, in its room; null where they are not in it, or their account is disabled. */
  readonly giverRole: Role | null;
  readonly giverIsAdministrator: boolean;
  readonly expiresAt: Date | null;
  readonly usesLeft: number | null;
  readonly allowsRegistration: boolean;
}

/**
 * An invitation is as good as whoever gave it: it ends when they could not add anybody themselves any more, because they left, were removed, are no moderator of
 * a private room any more, or no administrator, or because their account is disabled.
 */
export function isLive(invitation: StandingInvitation, now: Date): boolean {
  const { expiresAt, usesLeft, visibility, giverRole, giverIsAdministrator } = invitation;
  if ((expiresAt !== null && expiresAt <= now) || usesLeft === 0) return false;
  if (visibility === null) return giverIsAdministrator;
  return giverRole !== null && obstacleToInvite(visibility, { role: giverRole, isGuest: false }) === null;
}

/** Whether it makes accounts where registration is off: for as long as who gave it is an administrator. */
export function admitsAccounts({ allowsRegistration, giverIsAdministrator }: StandingInvitation): boolean {
  return allowsRegistration && giverIsAdministrator;
}

type Decision = string | null;

export function refusalToInvite(visibility: Visibility, actor: Kind & { readonly role: Role }): Decision {
  switch (obstacleToInvite(visibility, actor)) {
    case 'guest':
      return 'Guests cannot invite anyone. Register first.';
    case 'not-moderator':
      return 'Only the owner and moderators can invite people to a private room.';
    case null:
      return null;
  }
}

/** Into the room that an invitation leads to. */
export function refusalToFollow({ visibility }: StandingInvitation, newcomer: Kind): Decision {
  if (visibility === null) return newcomer.isGuest ? 'This invitation is for people who register.' : null;
  // Whoever gave it could add them: what is left is who they are.
  return obstacleToAdd(visibility, 'OWNER', newcomer) === null
    ? null
    : 'Guests cannot join private rooms. Register to follow this invitation.';
}

/** Who gave it may take it back, whoever looks after the room, and administrators. */
export function mayRevoke(
  { createdById, visibility }: StandingInvitation,
  actor: { readonly userId: string; readonly role: Role | null; readonly isAdministrator: boolean },
): boolean {
  if (createdById === actor.userId || actor.isAdministrator) return true;
  return visibility !== null && actor.role !== null && mayModerate(actor.role);
}
