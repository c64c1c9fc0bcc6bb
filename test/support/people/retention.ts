import { RetentionSweep } from '#server/messages/index.js';
import type { TestServer } from '../servers/server.js';
import type { Cast } from './cast.js';
import { Person } from './person.js';

const DAYS = 'query ($id: ID!) { room(id: $id) { keepMessagesDays } }';
const MESSAGE = `query ($id: ID!) { message(id: $id) { body createdAt deletedAt pinnedAt attachments { id } reactions { count }
  mentions { id } startedThread { messageCount } } }`;

export interface KeptMessage {
  readonly body: string;
  readonly createdAt: string;
  readonly deletedAt: string | null;
  readonly pinnedAt: string | null;
  readonly attachments: readonly unknown[];
  readonly reactions: readonly unknown[];
  readonly mentions: readonly unknown[];
  readonly startedThread: { readonly messageCount: number } | null;
}

/** As the owner says; null for as long as the server keeps them. */
export async function keepsFor(owner: Person, room: { readonly id: string }, days: number | null): Promise<void> {
  await owner.updates(room, { keepMessagesDays: days });
}

export async function daysKeptIn(reader: Person, { id }: { readonly id: string }): Promise<number | null> {
  return (await reader.asks<{ room: { keepMessagesDays: number | null } }>(DAYS, { id })).room.keepMessagesDays;
}

export async function messageOf(reader: Person, { id }: { readonly id: string }): Promise<KeptMessage> {
  return (await reader.asks<{ message: KeptMessage }>(MESSAGE, { id })).message;
}

/** Once nothing is kept that is too old by the clock of the server. */
export async function isTidy(server: TestServer): Promise<void> {
  const sweep = server.app.get(RetentionSweep);
  // Whatever is under way has begun by an earlier clock.
  await sweep.isDone();
  sweep.wake();
  await sweep.isDone();
}

/** Days go by, and those who were signed in sign in again. */
export async function daysPass(server: TestServer, days: number, { ada, ben, cleo, otto }: Cast): Promise<Cast> {
  server.clock.advance({ days });
  const again = ({ username }: Person): Promise<Person> => Person.signsIn(server, username);
  return { ada: await again(ada), ben: await again(ben), cleo: await again(cleo), otto: await again(otto) };
}
