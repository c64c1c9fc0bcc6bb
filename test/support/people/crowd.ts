import { SessionsService } from '#server/auth/sessions/sessions.service.js';
import { Tokens } from '#server/auth/tokens/tokens.js';
import { Database } from '#server/database/index.js';
import { MembersService } from '#server/rooms/members/members.service.js';
import { Room } from '#server/rooms/room.entity.js';
import { UsersService } from '#server/users/index.js';
import type { TestServer } from '../servers/server.js';
import { Socket } from '../sockets/socket.js';

/** One transaction compares all that it holds at each change. */
const IN_ONE_TRANSACTION = 50;

/** One of many, who has come in and signed in. */
export interface Guest {
  readonly id: string;
  opensSocket(): Promise<Socket>;
}

let crowds = 0;

/** Many people in one room, brought in by the services themselves: a thousand requests would only measure the test. */
export async function aCrowdIn(server: TestServer, room: { id: string }, size: number): Promise<Guest[]> {
  crowds += 1;
  const nicknames = Array.from({ length: size }, (_, number) => `Guest ${String(crowds)}-${String(number)}`);
  const crowd: Guest[] = [];
  while (nicknames.length > 0) crowd.push(...(await comeIn(server, room, nicknames.splice(0, IN_ONE_TRANSACTION))));
  return crowd;
}

function comeIn(server: TestServer, { id: roomId }: { id: string }, nicknames: readonly string[]): Promise<Guest[]> {
  const users = server.app.get(UsersService);
  const members = server.app.get(MembersService);
  const sessions = server.app.get(SessionsService);
  const tokens = server.app.get(Tokens);
  return server.app.get(Database).write({ rooms: [roomId] }, async (tx) => {
    const room = await tx.em.findOneOrFail(Room, { id: roomId });
    const guests: Guest[] = [];
    for (const nickname of nicknames) {
      const user = await users.createGuest(tx, nickname);
      const { token } = tokens.access(await sessions.open(tx, user, { address: null, client: null }));
      await members.enter(tx, room, user.id, user.id);
      guests.push({ id: user.id, opensSocket: () => Socket.open(server.url, token) });
    }
    return guests;
  });
}
