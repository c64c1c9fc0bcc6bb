import { z } from 'zod';
import { HttpCaller } from '../clients/http-caller.js';
import { inParallel } from '../contestants/in-parallel.js';
import { ours } from '../contestants/ours.js';
import { percentile } from '../measure/statistics.js';
import type { Work } from './work.js';

const REGISTER = 'mutation ($input: RegisterInput!) { register(input: $input) { session { accessToken } } }';
const JOIN = 'mutation ($input: JoinRoomInput!) { joinRoom(input: $input) { room { id } } }';
const INVITE = 'mutation ($input: CreateInvitationInput!) { createInvitation(input: $input) { invitation { code } } }';
const ACCEPT = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { room { memberCount } } }';

/** Many people have the same link, and follow it at the same moment. All of them must be in the room afterwards. */
export const invitation: Work = {
  name: 'invitation',
  contestants: [ours],
  rows: [
    { title: 'an invitation that 200 people follow at once over HTTP, ms until the last is in', measure: 'last' },
    { title: 'the same, p50', measure: 'p50' },
    { title: 'server CPU, ms for each of them', measure: 'cpu' },
  ],
  async run(_, { meter, amount }) {
    const invited = amount(200, 100);
    const venue = await ours.open({ people: invited + 1, rooms: [{ owner: 0, members: [] }] });
    const caller = new HttpCaller(venue.server.url);
    const [roomId = ''] = venue.rooms;
    const code = await invite(caller, { roomId, uses: invited });
    const times: number[] = [];
    let members = 0;
    const { cpuMicroseconds } = await meter.measure(venue.server, async () => {
      const begun = performance.now();
      const follow = async (person: number): Promise<void> => {
        const answer = await caller.call({ query: ACCEPT, variables: { input: { code } } }, venue.tokens[person + 1]);
        members = Math.max(members, accepted.parse(JSON.parse(answer)).data.acceptInvitation.room.memberCount);
        times.push(performance.now() - begun);
      };
      await inParallel(invited, follow, { atOnce: invited });
    });
    // With the owner, and with whoever made the link.
    if (members !== invited + 2) throw new Error(`${String(members)} people are in the room.`);
    caller.close();
    await venue.close();
    return { last: Math.max(...times), p50: percentile(times, 0.5), cpu: cpuMicroseconds / 1000 / invited };
  },
};

/** Made by somebody with an account: guests cannot. */
async function invite(caller: HttpCaller, input: { readonly roomId: string; readonly uses: number }): Promise<string> {
  const account = { username: 'inviter', password: 'a long password' };
  const signedIn = await caller.call({ query: REGISTER, variables: { input: account } });
  const token = registered.parse(JSON.parse(signedIn)).data.register.session.accessToken;
  await caller.call({ query: JOIN, variables: { input: { roomId: input.roomId } } }, token);
  const made = await caller.call({ query: INVITE, variables: { input } }, token);
  return created.parse(JSON.parse(made)).data.createInvitation.invitation.code;
}

const registered = z.object({
  data: z.object({ register: z.object({ session: z.object({ accessToken: z.string() }) }) }),
});
const created = z.object({
  data: z.object({ createInvitation: z.object({ invitation: z.object({ code: z.string() }) }) }),
});
const accepted = z.object({
  data: z.object({ acceptInvitation: z.object({ room: z.object({ memberCount: z.number() }) }) }),
});
