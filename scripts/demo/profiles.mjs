import { sendAvatar, setStatus, updateProfile } from './api.mjs';
import { drawFace } from './face.mjs';

const MINUTE = 60_000;

/** What people show of themselves. One of them has no picture, as there is always one. */
const PROFILES = {
  ada: {
    about: 'Tomatoes, trails and timetables. Ask me where the keys are.',
    timeZone: 'Europe/Stockholm',
    face: { ground: '#cfe3d8', skin: '#f2cdb0', hair: '#8a4f2a', coat: '#2f6b57', style: 'bun' },
  },
  ben: {
    about: 'Up early, or not at all.',
    timeZone: 'Africa/Lagos',
    face: { ground: '#f4d9a8', skin: '#7d4e33', hair: '#231a16', coat: '#a2452f', style: 'beard' },
    status: { emoji: '🎧', text: 'Listening to the new record', minutes: 90 },
  },
  cleo: {
    about: 'I read the last page first.',
    timeZone: 'Europe/Rome',
    face: { ground: '#dcd3ee', skin: '#e8b995', hair: '#2c2230', coat: '#6a4c93', style: 'long' },
    status: { emoji: '🌴', text: 'At the lake until Monday' },
  },
  dara: { timeZone: 'Europe/Prague', status: { text: 'Looking for my glasses' } },
  emil: {
    about: 'There is no bad weather.',
    timeZone: 'Europe/Copenhagen',
    face: { ground: '#bfdcec', skin: '#f6d7bd', hair: '#d9b45b', coat: '#3b5b7a', style: 'curls' },
    status: { emoji: '🥾', text: '' },
  },
  farah: {
    about: 'Cake is a plan.',
    timeZone: 'Asia/Beirut',
    face: { ground: '#f3cfc6', skin: '#d9a47c', hair: '#3f7f86', coat: '#30575c', style: 'scarf' },
  },
};

/**
 * People get faces and words of their own as the week begins, and say at its end what they are up to.
 * @param {ReadonlyMap<string, import('./api.mjs').Visitor>} people
 */
export async function introduce(people) {
  await Promise.all(
    Object.entries(PROFILES).map(async ([name, { about, timeZone, face }]) => {
      const person = people.get(name);
      await updateProfile(person, { about, timeZone });
      if (face) await sendAvatar(person, await drawFace(face));
    }),
  );
}

export async function sayWhatTheyAreUpTo(people, now) {
  for (const [name, { status }] of Object.entries(PROFILES)) {
    if (!status) continue;
    const person = people.get(name);
    await person.refresh();
    const { minutes, ...said } = status;
    const until = minutes === undefined ? null : new Date(now + minutes * MINUTE).toISOString();
    await setStatus(person, { ...said, until });
  }
}
