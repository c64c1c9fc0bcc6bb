import { describe, expect, it } from 'vitest';
import { anAdministrator } from '../support/people/administration.js';
import { aCast } from '../support/people/cast.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { post } from '../support/requests/graphql.js';
import { rootFieldsOf } from '../support/requests/minimal-operations.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const administrator = await anAdministrator(server);

/** What is for administrators alone. Whoever adds a field to their pages adds it here. */
const FIELDS = [
  'Query.account',
  'Query.accounts',
  'Query.auditLog',
  'Query.invitationsToRooms',
  'Query.serverInvitations',
  'Query.serverRooms',
  'Query.serverStorage',
  'Mutation.createPasswordReset',
  'Mutation.disableAccount',
  'Mutation.enableAccount',
  'Mutation.endSessions',
  'Mutation.setAdministrator',
  'Mutation.updateServer',
];

const fields = (await rootFieldsOf(server.url)).filter(({ name }) => FIELDS.includes(name));

describe.each(fields)('$name', ({ operation }) => {
  it('is refused to a member, to the owner of a room, to a guest, and to one who was an administrator', async () => {
    const { ada, ben } = await aCast(server);
    const guest = await Person.entersAsGuest(server, `Guest of ${ada.username}`);
    const room = await aRoom(ada, [ben]);
    await guest.joins(room);
    await administrator.asks(SET, { id: ben.id, is: true });
    await administrator.asks(SET, { id: ben.id, is: false });
    for (const person of [ada, ben, guest]) expect(await codesFor(person, operation)).toEqual(['FORBIDDEN']);
  });

  it('is answered to an administrator, or refused for what was asked of it', async () => {
    expect(await codesFor(administrator, operation)).not.toContain('FORBIDDEN');
  });
});

it('there is none of these that the schema does not have', () => {
  expect(fields.map(({ name }) => name).toSorted()).toEqual(FIELDS.toSorted());
});

const SET =
  'mutation ($id: ID!, $is: Boolean!) { setAdministrator(input: { userId: $id, isAdministrator: $is }) { user { id } } }';

async function codesFor(person: Person, operation: string): Promise<string[]> {
  const { errors = [] } = await post(server.url, operation, {}, person.bearer);
  return errors.map(({ extensions }) => extensions.code);
}
