import { oneRoom } from '../contestants/contestant.js';
import { GraphqlClient } from '../clients/graphql-client.js';
import { contestant, dialect, ours } from '../contestants/ours.js';
import { Crowd } from '../measure/crowd.js';
import { percentile } from '../measure/statistics.js';
import type { Work } from './work.js';

/** The words of the status are called the body, by which a delivery is known. */
const SUBSCRIPTION = `subscription ($after: Cursor) {
  events(after: $after) {
    cursor live mark
    event { id ... on UserChanged { user { id displayName avatarUrl status { emoji body: text until } } } }
  }
}`;
const SET_STATUS = 'mutation ($input: SetStatusInput!) { setStatus(input: $input) { user { id } } }';

/** Each reader is somebody else: whoever shares a room with the one who changes hears of it in a feed of their own. */
export const changedPerson: Work = {
  name: 'changed-person',
  contestants: [ours],
  rows: [
    {
      title: 'server CPU, µs per delivery of a changed status: 1,000 people in one room, one in flight',
      measure: 'cpu',
    },
    { title: 'p99 from a changed status to each receipt, 1,000 people, ms', measure: 'p99' },
  ],
  async run(_, { meter, amount }) {
    const [people, changes] = [amount(1000, 250), amount(100, 30)];
    const changing = contestant('ours with changed people', {
      connect: (url, who) =>
        GraphqlClient.connect(url, {
          ...who,
          dialect: {
            ...dialect,
            subscription: (_room, after) => ({ query: SUBSCRIPTION, variables: after === undefined ? {} : { after } }),
            send: (_room, text) => ({ query: SET_STATUS, variables: { input: { emoji: '🎉', text } } }),
          },
        }),
    });
    const venue = await changing.open(oneRoom(people));
    const whoChanges = await venue.connect(0);
    const seats = Array.from({ length: people }, (_reader, person) => ({ person, room: 0 }));
    const crowd = await Crowd.gather(venue, seats, () => whoChanges);
    const change = async (count: number): Promise<void> => {
      for (let made = 0; made < count; made += 1) await crowd.send(0);
    };
    await change(changes / 2);
    crowd.openAccount();
    const { cpuMicroseconds } = await meter.measure(venue.server, () => change(changes));
    const p99 = percentile(crowd.deliveries.latencies, 0.99);
    // A second copy of any change before would come before this one.
    await change(1);
    await venue.close();
    return { cpu: cpuMicroseconds / (changes * people), p99 };
  },
};
