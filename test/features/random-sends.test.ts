import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import type { Answer } from '../support/requests/graphql.js';
import { happenings } from '../support/feeds/happenings.js';
import { type MessageAnswer, SEND } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const { ada, ben, cleo, otto } = await aCast(server);

const people = ['ada', 'ben', 'cleo'] as const;
/** Ada and Ben are in all of them but the last, Cleo in the first alone; that of Otto is private. */
const rooms = ['everybody’s', 'theirs', 'Otto’s'] as const;

const send = fc.record({
  who: fc.constantFrom(...people),
  room: fc.constantFrom(...rooms),
  body: fc.constantFrom('Good morning', 'Good evening', ' '),
  nonce: fc.constantFrom(undefined, 'first', 'second', 'third'),
});
const groups = fc.array(fc.array(send, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 5 });
interface Send {
  readonly who: (typeof people)[number];
  readonly room: (typeof rooms)[number];
  readonly body: string;
  readonly nonce?: string;
}
type Sent = Answer<{ sendMessage: { message: MessageAnswer } }>;

it('whatever is sent together: each is answered with its own, a nonce makes one message, and nothing is missing in between', async () => {
  await fc.assert(
    fc.asyncProperty(groups, async (sends) => {
      const places = {
        'everybody’s': await aRoom(ada, [ben, cleo]),
        theirs: await aRoom(ada, [ben]),
        'Otto’s': await aRoom(otto, [], 'PRIVATE'),
      };
      await using sockets = await openSockets();
      const model = new Model();
      const round = randomUUID();
      for (const drawn of sends) {
        const group = drawn.map(({ nonce, ...rest }) =>
          nonce === undefined ? rest : { ...rest, nonce: `${round}, ${nonce}` },
        );
        const answers = await Promise.all(
          group.map(({ who, room, ...said }): Promise<Sent> => {
            const input = { roomId: places[room].id, ...said };
            return sockets[who].subscribes<{ sendMessage: { message: MessageAnswer } }>(SEND, { input }).answer();
          }),
        );
        for (const [index, sent] of group.entries()) model.compare(sent, answers[index]);
      }
      for (const [name, reader] of [
        ['everybody’s', ben],
        ['theirs', ben],
        ['Otto’s', otto],
      ] as const) {
        const events = await happenings(reader, places[name]);
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
        const numbers = events.flatMap(({ message }) => message?.number ?? []);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        const told = events.flatMap(({ message }) => message?.id ?? []);
        expect(new Set(told)).toEqual(new Set(model.posted.get(name)));
        expect(told).toHaveLength(model.posted.get(name)?.size ?? 0);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

/** What the answers must be: what one person sends is posted in its order, whatever the others do. */
class Model {
  /** The ids of each room's messages. */
  readonly posted = new Map<string, Set<string>>();
  private readonly byNonce = new Map<string, { readonly send: Send; readonly id: string }>();
  private readonly newest = new Map<string, number>();

  compare(send: Send, answer: Sent | undefined): void {
    const { who, room, body, nonce } = send;
    const first = nonce === undefined ? undefined : this.byNonce.get(`${who}: ${nonce}`);
    const refusal = this.refusalOf(send, first?.send);
    expect(answer?.errors?.[0]?.extensions.code).toBe(refusal);
    if (refusal !== undefined) return;
    const message = answer?.data?.sendMessage?.message;
    expect(message).toMatchObject({ body, nonce: nonce ?? null });
    if (first) expect(message?.id).toBe(first.id);
    if (first || !message) return;
    const ids = this.posted.get(room) ?? new Set();
    expect(ids.has(message.id)).toBe(false);
    this.posted.set(room, ids.add(message.id));
    if (nonce !== undefined) this.byNonce.set(`${who}: ${nonce}`, { send, id: message.id });
    expect(message.number).toBeGreaterThan(this.newest.get(`${who}: ${room}`) ?? 0);
    this.newest.set(`${who}: ${room}`, message.number);
  }

  private refusalOf({ who, room, body }: Send, first: Send | undefined): string | undefined {
    if (body.trim() === '') return 'BAD_USER_INPUT';
    if (room === 'Otto’s') return 'NOT_FOUND';
    if (room === 'theirs' && who === 'cleo') return 'FORBIDDEN';
    return first && (first.room !== room || first.body !== body) ? 'CONFLICT' : undefined;
  }
}

async function openSockets() {
  const sockets = { ada: await ada.opensSocket(), ben: await ben.opensSocket(), cleo: await cleo.opensSocket() };
  return {
    ...sockets,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(Object.values(sockets).map((socket) => socket.close()));
    },
  };
}
