import type { TestServer } from '../servers/server.js';
import { becomesAdministrator } from './invitations.js';
import { Person } from './person.js';

// What administrators do, and what they are told.

export interface AccountAnswer {
  readonly user: { readonly id: string; readonly username: string; readonly displayName: string };
  readonly isAdministrator: boolean;
  readonly disabledAt: string | null;
  readonly lastSeenAt: string | null;
  readonly sessionCount: number;
  readonly roomCount: number;
  readonly ownedRoomCount: number;
  readonly fileBytes: number;
}

export interface ServerRoomAnswer {
  readonly id: string;
  readonly name: string;
  readonly visibility: 'PUBLIC' | 'PRIVATE';
  readonly memberCount: number;
  readonly messageCount: number;
  readonly fileBytes: number;
  readonly archivedAt: string | null;
}

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const ACCOUNT =
  'user { id username displayName } isAdministrator disabledAt lastSeenAt sessionCount roomCount ownedRoomCount fileBytes';
export const SERVER_ROOM = 'id name visibility memberCount messageCount fileBytes archivedAt';
const PAGE = 'totalCount pageInfo { hasNextPage endCursor }';

export const ACCOUNTS = `query ($query: String, $filter: AccountFilter, $first: Int, $after: Cursor) {
  accounts(query: $query, filter: $filter, first: $first, after: $after) { nodes { ${ACCOUNT} } ${PAGE} }
}`;
export const ACCOUNT_OF = `query ($id: ID!) { account(userId: $id) { ${ACCOUNT} } }`;
export const SERVER_ROOMS = `query ($query: String, $first: Int, $after: Cursor) {
  serverRooms(query: $query, first: $first, after: $after) { nodes { ${SERVER_ROOM} } ${PAGE} }
}`;
export const END_SESSIONS = `mutation ($id: ID!) { endSessions(input: { userId: $id }) { account { ${ACCOUNT} } } }`;
export const DISABLE = `mutation ($id: ID!) { disableAccount(input: { userId: $id }) { account { ${ACCOUNT} } } }`;
export const ENABLE = `mutation ($id: ID!) { enableAccount(input: { userId: $id }) { account { ${ACCOUNT} } } }`;
export const CREATE_PASSWORD_RESET =
  'mutation ($id: ID!) { createPasswordReset(input: { userId: $id }) { token path expiresAt } }';
export const SET_ADMINISTRATOR = `mutation ($id: ID!, $is: Boolean!) {
  setAdministrator(input: { userId: $id, isAdministrator: $is }) { user { id } }
}`;

/** The first administrator of a server that has none. */
export async function anAdministrator(server: TestServer, username = 'the.administrator'): Promise<Person> {
  const administrator = await Person.registers(server, username);
  await becomesAdministrator(administrator, server);
  return administrator;
}

export async function accountsFor(
  administrator: Person,
  args: {
    readonly query?: string;
    readonly filter?: string;
    readonly first?: number;
    readonly after?: string | null;
  } = {},
): Promise<Connection<AccountAnswer>> {
  return (await administrator.asks<{ accounts: Connection<AccountAnswer> }>(ACCOUNTS, args)).accounts;
}

export async function accountOf(administrator: Person, { id }: { readonly id: string }): Promise<AccountAnswer | null> {
  return (await administrator.asks<{ account: AccountAnswer | null }>(ACCOUNT_OF, { id })).account;
}

export async function serverRoomsFor(
  administrator: Person,
  args: { readonly query?: string; readonly first?: number; readonly after?: string | null } = {},
): Promise<Connection<ServerRoomAnswer>> {
  return (await administrator.asks<{ serverRooms: Connection<ServerRoomAnswer> }>(SERVER_ROOMS, args)).serverRooms;
}

export async function endsSessions(
  administrator: Person,
  { id }: { readonly id: string },
): Promise<AccountAnswer | null> {
  const { endSessions } = await administrator.asks<{ endSessions: { account: AccountAnswer | null } }>(END_SESSIONS, {
    id,
  });
  return endSessions.account;
}

export async function disables(administrator: Person, { id }: { readonly id: string }): Promise<AccountAnswer> {
  return (await administrator.asks<{ disableAccount: { account: AccountAnswer } }>(DISABLE, { id })).disableAccount
    .account;
}

export async function enables(administrator: Person, { id }: { readonly id: string }): Promise<AccountAnswer> {
  return (await administrator.asks<{ enableAccount: { account: AccountAnswer } }>(ENABLE, { id })).enableAccount
    .account;
}

export async function makesResetLink(
  administrator: Person,
  { id }: { readonly id: string },
): Promise<{ readonly token: string; readonly path: string; readonly expiresAt: string }> {
  const { createPasswordReset } = await administrator.asks<{
    createPasswordReset: { token: string; path: string; expiresAt: string };
  }>(CREATE_PASSWORD_RESET, { id });
  return createPasswordReset;
}

export async function appoints(administrator: Person, { id }: { readonly id: string }, is = true): Promise<void> {
  await administrator.asks(SET_ADMINISTRATOR, { id, is });
}

export interface TellingEntry {
  readonly action: string;
  readonly actor: { readonly id: string } | null;
  readonly subject: { readonly id: string } | null;
  readonly detail: string | null;
}

/** What the audit log says about somebody, the oldest first. */
export async function toldAbout(administrator: Person, { id }: { readonly id: string }): Promise<TellingEntry[]> {
  const { auditLog } = await administrator.asks<{ auditLog: { nodes: TellingEntry[] } }>(
    '{ auditLog(first: 100) { nodes { action actor { id } subject { id } detail } } }',
  );
  return auditLog.nodes.filter(({ subject }) => subject?.id === id).toReversed();
}

const administrators = new WeakMap<TestServer, Promise<Person>>();

/** The one who administers a server that many tests share. */
export function theAdministrator(server: TestServer): Promise<Person> {
  const known = administrators.get(server) ?? appointed(server);
  administrators.set(server, known);
  return known;
}

async function appointed(server: TestServer): Promise<Person> {
  const person = await Person.registers(server, 'the.administrator');
  await becomesAdministrator(person, server);
  return person;
}
