import { z } from 'zod';
import { GraphqlClient, type Operation } from '../clients/graphql-client.js';
import { HttpCaller } from '../clients/http-caller.js';
import { contestant, dialect, ours } from '../contestants/ours.js';
import { Crowd } from '../measure/crowd.js';
import { numberedBody } from '../measure/numbered.js';
import { percentile } from '../measure/statistics.js';
import { ROOM_OF_FIFTY, seatsOf } from './fan-out.js';
import type { Work } from './work.js';

/** The body comes with the reaction alone, so that only this is taken for a delivery. */
const SUBSCRIPTION = `subscription ($roomId: ID!, $after: Cursor) {
  roomEvents(roomId: $roomId, after: $after) {
    cursor live mark
    event { id ... on ReactionAdded { seq emoji actor { id displayName } message { id number body reactions { emoji count } } } }
  }
}`;
const REACT = 'mutation ($input: AddReactionInput!) { addReaction(input: $input) { message { id } } }';
/** Of the rousing before and the check after. */
const MORE = 20;

export const reaction: Work = {
  name: 'reaction',
  contestants: [ours],
  rows: [
    { title: 'server CPU, µs per delivery of a reaction: one room, 1,000 subscribers, one in flight', measure: 'cpu' },
    { title: 'p99 from a reaction to each receipt, 1,000 subscribers, ms', measure: 'p99' },
  ],
  async run(_, { meter, amount }) {
    const [subscribers, reactions] = [amount(1000, 250), amount(200, 40)];
    const messages = new Map<string, string>();
    const reacting = contestant('ours with reactions', {
      connect: (url, who) =>
        GraphqlClient.connect(url, {
          ...who,
          dialect: {
            ...dialect,
            subscription: (roomId, after) => ({ query: SUBSCRIPTION, variables: { roomId, after } }),
            send: (room, body): Operation => {
              const messageId = messages.get(`${room} ${body}`);
              return { query: REACT, variables: { input: { messageId, emoji: '👍' } } };
            },
          },
        }),
    });
    const venue = await reacting.open(ROOM_OF_FIFTY);
    const [room = ''] = venue.rooms;
    const caller = new HttpCaller(venue.server.url);
    for (let number = 1; number <= reactions + reactions / 2 + MORE; number += 1) {
      const body = numberedBody(number);
      const said = await caller.call(dialect.send(room, body, 0), venue.tokens[0]);
      messages.set(`${room} ${body}`, sent.parse(JSON.parse(said)).data.sendMessage.message.id);
    }
    caller.close();
    const sender = await venue.connect(0);
    const crowd = await Crowd.gather(venue, seatsOf(subscribers), () => sender);
    const react = async (count: number): Promise<void> => {
      for (let made = 0; made < count; made += 1) await crowd.send(0);
    };
    await react(reactions / 2);
    crowd.openAccount();
    const { cpuMicroseconds } = await meter.measure(venue.server, () => react(reactions));
    const p99 = percentile(crowd.deliveries.latencies, 0.99);
    // A second copy of any reaction before would come before this one.
    await react(1);
    await venue.close();
    return { cpu: cpuMicroseconds / (reactions * subscribers), p99 };
  },
};

const sent = z.object({ data: z.object({ sendMessage: z.object({ message: z.object({ id: z.string() }) }) }) });
