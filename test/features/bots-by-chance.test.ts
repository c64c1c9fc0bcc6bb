import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Database } from '#server/database/index.js';
import { query } from '#server/database/dialect/index.js';
import { rounds } from '../support/chance/rounds.js';
import { makesBot } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import { BAN, UNBAN } from '../support/people/looking-after.js';
import { ADD, JOIN, LEAVE, REMOVE, SET_ROLE } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { post } from '../support/requests/graphql.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

const PEOPLE = ['ada', 'ben', 'cleo'] as const;
/** What may be done by one about another; whatever is refused changes nothing, which is part of the law. */
const DEEDS: Readonly<Record<string, string>> = {
  joins: JOIN,
  leaves: LEAVE,
  adds: ADD,
  removes: REMOVE,
  bans: BAN,
  unbans: UNBAN,
  'makes a moderator': SET_ROLE.replace('$role: RoomRole!', '$role: RoomRole = MODERATOR'),
  'makes a member': SET_ROLE.replace('$role: RoomRole!', '$role: RoomRole = MEMBER'),
  'makes the owner': SET_ROLE.replace('$role: RoomRole!', '$role: RoomRole = OWNER'),
};

/** Bots in rooms that their owners are not in, or in higher roles than theirs. */
const UNRULY = query(
  `select bot.id from membership as stay join bot on bot.user_id = stay.user_id left join membership as owners
    on owners.room_id = stay.room_id and owners.user_id = bot.owner_id and owners.left_position is null
  where stay.left_position is null
    and (owners.id is null or stay.role = 'OWNER' or (stay.role = 'MODERATOR' and owners.role = 'MEMBER'))`,
);

it('whoever does what about whom, no bot is in a room without its owner, or in a higher role', async () => {
  const deed = fc.record({
    by: fc.constantFrom(...PEOPLE),
    deed: fc.constantFrom(...Object.keys(DEEDS)),
    about: fc.constantFrom(...PEOPLE, 'bot of ben', 'bot of cleo'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 25 }), async (deeds) => {
      const cast = await aCast(server);
      const room = await aRoom(cast.ada, [cast.ben, cast.cleo]);
      const bots = [await makesBot(cast.ben), await makesBot(cast.cleo)];
      for (const { user } of bots) await cast.ada.adds(user, room);
      const ids: Record<string, string | undefined> = {
        ...Object.fromEntries(PEOPLE.map((name) => [name, cast[name].id])),
        'bot of ben': bots[0]?.user.id,
        'bot of cleo': bots[1]?.user.id,
      };
      for (const { by, deed, about } of deeds) {
        await post(server.url, DEEDS[deed] ?? '', { id: room.id, user: ids[about] }, cast[by].bearer);
        expect(await server.app.get(Database).rows(UNRULY, []), `${by} ${deed}: ${about}`).toEqual([]);
      }
    }),
    { numRuns: rounds({ quick: 8, thorough: 100 }) },
  );
});
