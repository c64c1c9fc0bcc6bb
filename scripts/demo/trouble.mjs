import { becomeAdministrator, enterAsGuest, joinRoom, reportMessage, sendMessage } from './api.mjs';

const MINUTE = 60_000;

/** Who administers the server of the demo. */
export const ADMINISTRATOR = 'ada';

/** What a passer-by leaves behind once the others have had their say, and who minds. */
const TROUBLE = {
  minutes: 16,
  guest: 'Garden Bargains',
  room: 'garden',
  body: '**50 garden gnomes for the price of 3!** Only today. Write to me, I deliver everywhere.',
  reports: [
    ['farah', 'Advertising. It is the second time this week.'],
    ['emil', 'Nobody here knows them, and nobody asked for gnomes.'],
  ],
};

/** Somebody administers the server, and something was reported that waits for them. Gives how much was said. */
export async function leaveSomethingToDealWith({ address, setupCode, setTime, now }, people, rooms) {
  await setTime(now - TROUBLE.minutes * MINUTE);
  await Promise.all([...people.values()].map((person) => person.refresh()));
  await becomeAdministrator(people.get(ADMINISTRATOR), setupCode);
  const room = rooms.get(TROUBLE.room);
  const guest = await enterAsGuest(address, TROUBLE.guest);
  await joinRoom(guest, room);
  const message = await sendMessage(guest, room, TROUBLE.body);
  for (const [name, reason] of TROUBLE.reports) await reportMessage(people.get(name), message, reason);
  return 1;
}
