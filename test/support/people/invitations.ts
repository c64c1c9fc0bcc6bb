import type { Person } from './person.js';

export interface InvitationAnswer {
  readonly id: string;
  readonly code: string;
  readonly path: string;
  readonly expiresAt: string | null;
  readonly usesLeft: number | null;
  readonly allowsRegistration: boolean;
}

export interface Invites {
  readonly expiresAt?: string | null;
  readonly uses?: number;
  readonly allowsRegistration?: boolean;
}

const FIELDS = 'id code path expiresAt usesLeft allowsRegistration';
export const INVITE = `mutation ($input: CreateInvitationInput!) {
  createInvitation(input: $input) { invitation { ${FIELDS} } }
}`;
export const REVOKE = 'mutation ($id: ID!) { revokeInvitation(input: { invitationId: $id }) { room { id } } }';
export const ACCEPT = 'mutation ($code: String!) { acceptInvitation(input: { code: $code }) { room { id } } }';
const LISTED = `query ($id: ID!) { room(id: $id) { invitations { ${FIELDS} } } }`;
const BECOME = 'mutation ($code: String!) { becomeAdministrator(input: { code: $code }) { user { id } } }';

/** An invitation into a room, or, without one, to the server. */
export async function invites(who: Person, room: { readonly id: string } | null, more: Invites = {}) {
  const input = { ...more, ...(room && { roomId: room.id }) };
  const { createInvitation } = await who.asks<{ createInvitation: { invitation: InvitationAnswer } }>(INVITE, {
    input,
  });
  return createInvitation.invitation;
}

export async function revokes(who: Person, { id }: { readonly id: string }): Promise<void> {
  await who.asks(REVOKE, { id });
}

/** The room that it led to. */
export async function accepts(who: Person, { code }: { readonly code: string }): Promise<string | null> {
  const { acceptInvitation } = await who.asks<{ acceptInvitation: { room: { id: string } | null } }>(ACCEPT, { code });
  return acceptInvitation.room?.id ?? null;
}

/** As this person may see them; null for somebody who may not invite. */
export async function invitationsInto(
  who: Person,
  { id }: { readonly id: string },
): Promise<InvitationAnswer[] | null> {
  const { room } = await who.asks<{ room: { invitations: InvitationAnswer[] | null } | null }>(LISTED, { id });
  return room?.invitations ?? null;
}

export async function becomesAdministrator(who: Person, { setupCode }: { readonly setupCode: string | null }) {
  await who.asks(BECOME, { code: setupCode });
}
