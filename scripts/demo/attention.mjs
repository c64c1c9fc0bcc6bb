import { readEverything, saveMessage, sendMessage, setRoomPreferences } from './api.mjs';

const MINUTE = 60_000;

/** Which room each has as a favourite, and which one is to leave them alone. */
const PREFERENCES = {
  ada: { favourites: ['kitchen-table', 'spare-keys'], muted: 'reading-circle' },
  ben: { favourites: ['trails'], muted: 'garden' },
  cleo: { favourites: ['garden'], muted: 'kitchen-table' },
  dara: { favourites: ['reading-circle'], muted: 'spare-keys' },
  emil: { favourites: ['trails', 'kitchen-table'], muted: 'garden' },
  farah: { favourites: ['web-client'], muted: 'reading-circle' },
};

/** What everybody has read; a question that they all answer in its thread. */
const BEFORE = {
  minutes: 15,
  root: ['ada', 'Saturday: who brings what? Answers in the thread, please, so that the list stays together.'],
  answers: [
    ['emil', 'The map and the big thermos.'],
    ['ben', 'Bread, and the small tarp.'],
    ['cleo', 'Cherries, if there are any left.'],
    ['dara', 'Blister plasters for everybody.'],
    ['farah', 'Cake.'],
  ],
};

/** What nobody has read yet, a minute apart: in the thread above where `isAside`. */
const SINCE = [
  ['garden', 'cleo', 'The first strawberries are red. I am not saying where.'],
  ['garden', 'farah', 'South wall, second box. I was not looking for them at all.'],
  ['reading-circle', 'dara', 'I finished it last night and have to talk to somebody.'],
  ['reading-circle', 'cleo', 'No spoilers! I have forty pages left.'],
  ['trails', 'emil', '@ada the poles as well? The last hill is steep.', 'isAside'],
  ['trails', 'ben', 'I have two pairs.', 'isAside'],
  ['web-client', 'farah', '@room the release is tagged. Thank you, all of you 🎉'],
  ['web-client', 'dara', '@ada could you look at the list of rooms in Safari? It is in `rooms.store.ts`, I think.'],
  [
    'web-client',
    'ben',
    '@emil the numbers that you asked for:\n\n| page | before | now |\n| --- | ---: | ---: |\n| room | 310 ms | 84 ms |\n| thread | 190 ms | 61 ms |',
  ],
  ['kitchen-table', 'ben', 'There is soup. Big pot, blue lid.'],
  ['ada and cleo', 'cleo', 'The baker says yes. Two layers, and no marzipan.'],
];

/** Everybody has read all that there is, says how they want to hear of their rooms, and then something new is said. Gives how much was said. */
export async function leaveSomethingUnread({ setTime, now }, people, rooms) {
  await setTime(now - BEFORE.minutes * MINUTE);
  await Promise.all([...people.values()].map((person) => person.refresh()));
  const trails = rooms.get('trails');
  const [asker, question] = BEFORE.root;
  const root = await sendMessage(people.get(asker), trails, question);
  for (const [author, body] of BEFORE.answers)
    await sendMessage(people.get(author), trails, body, { threadRootId: root.id });
  for (const [name, person] of people) {
    await saveMessage(person, root);
    await readEverything(person);
    const { favourites, muted } = PREFERENCES[name];
    for (const room of favourites) await setRoomPreferences(person, rooms.get(room), { isFavourite: true });
    await setRoomPreferences(person, rooms.get(muted), { isMuted: true });
  }
  for (const [index, [room, author, body, isAside]] of SINCE.entries()) {
    await setTime(now - (SINCE.length - index) * MINUTE);
    await sendMessage(people.get(author), rooms.get(room), body, isAside && { threadRootId: root.id });
  }
  return 1 + BEFORE.answers.length + SINCE.length;
}
