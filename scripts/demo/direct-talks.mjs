import { openDirectRoom, sendMessage } from './api.mjs';

const MINUTE = 60_000;

/** What some of them say to each other alone; one who is by themselves writes notes. The first one begins. */
const TALKS = [
  {
    name: 'ada and ben',
    minutes: 58,
    said: [
      ['ada', 'Do you still have my drill?'],
      ['ben', 'Under the stairs. I can bring it on Saturday.'],
      ['ada', 'No hurry. The shelf has waited since March.'],
      ['ben', 'Then it will wait for the right screws as well. I will bring those, too.'],
    ],
  },
  {
    name: 'ada and cleo',
    minutes: 44,
    said: [
      ['cleo', 'Between us: is it Dara’s birthday on the 12th or on the 21st?'],
      ['ada', 'The 21st. The 12th is the dog’s.'],
      ['cleo', 'Then we have time for the cake. And I have a present for the dog.'],
    ],
  },
  {
    name: 'ada, dara and emil',
    minutes: 37,
    said: [
      ['ada', 'Train at 7:42 or at 8:12 on Saturday?'],
      ['emil', '8:12. Nobody is nice at 7:42.'],
      ['dara', '8:12, and I get the coffee.'],
    ],
  },
  {
    name: 'ada',
    minutes: 31,
    said: [
      ['ada', '- [x] blister plasters\n- [ ] batteries for the lamp\n- [ ] call the cabin'],
      ['ada', 'Cabin: the key is under the *second* pot.'],
    ],
  },
];

/** They talk, a minute apart. Gives the rooms by their names, and how much was said. */
export async function talkAmongThemselves({ setTime, now }, people) {
  const rooms = new Map();
  let count = 0;
  for (const { name, minutes, said } of TALKS) {
    await setTime(now - minutes * MINUTE);
    await Promise.all([...people.values()].map((person) => person.refresh()));
    const names = name.split(/, | and /);
    const [opener, ...others] = [said[0][0], ...names.filter((one) => one !== said[0][0])];
    const room = await openDirectRoom(
      people.get(opener),
      others.map((one) => people.get(one).id),
    );
    rooms.set(name, room);
    for (const [index, [author, body]] of said.entries()) {
      await setTime(now - (minutes - index) * MINUTE);
      await sendMessage(people.get(author), room, body);
      count += 1;
    }
  }
  return { rooms, count };
}
