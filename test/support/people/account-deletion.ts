import { expect } from 'vitest';
import { DeletedAccountsSweep } from '#server/auth/index.js';
import { Reactors } from '#server/reactors/index.js';
import type { TestServer } from '../servers/server.js';
import { PASSWORD, type Person } from './person.js';

export const DELETE_ACCOUNT = `mutation ($password: String!, $all: Boolean) {
  deleteAccount(input: { password: $password, withMessages: $all }) { ok }
}`;
export const DELETE_USER = `mutation ($id: ID!, $all: Boolean) {
  deleteUser(input: { userId: $id, withMessages: $all }) { user { id username displayName avatarUrl about timeZone status { text } } }
}`;
export const BECOME_ADMINISTRATOR =
  'mutation ($code: String!) { becomeAdministrator(input: { code: $code }) { user { id } } }';

export interface Going {
  readonly withMessages: boolean;
}

export async function deletesAccount(who: Person, { withMessages }: Going = { withMessages: false }): Promise<void> {
  expect(await who.asks(DELETE_ACCOUNT, { password: PASSWORD, all: withMessages })).toEqual({
    deleteAccount: { ok: true },
  });
}

export async function deletesUser(
  administrator: Person,
  whom: Pick<Person, 'id'>,
  { withMessages }: Going = { withMessages: false },
): Promise<Record<string, unknown>> {
  const answer = await administrator.asks<{ deleteUser: { user: Record<string, unknown> } }>(DELETE_USER, {
    id: whom.id,
    all: withMessages,
  });
  return answer.deleteUser.user;
}

export async function administers(who: Person, { setupCode }: Pick<TestServer, 'setupCode'>): Promise<void> {
  await who.asks(BECOME_ADMINISTRATOR, { code: setupCode });
}

/** Once nothing is stored any more of accounts that were deleted, and what follows the log has followed. */
export async function isGone(server: TestServer): Promise<void> {
  await server.app.get(DeletedAccountsSweep).isDone();
  await expect.poll(() => Object.values(server.app.get(Reactors).lags()).every((lag) => lag === 0)).toBe(true);
}
