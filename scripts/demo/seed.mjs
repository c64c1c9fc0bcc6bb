import { addMember, createRoom, deleteMessage, editMessage, register, sendMessage } from './api.mjs';
import { CAST, PASSWORD, ROOMS } from './cast.mjs';
import { converse } from './conversation.mjs';
import { KEEPSAKES } from './keepsakes.mjs';
import { seededRandom } from './random.mjs';
import { readEchoes, readScript } from './script-file.mjs';

/** Fills a server as people would: through its public API. Rooms fill side by side, each in its own order. */
export async function seed(address) {
  const people = await Promise.all(CAST.map((person) => register(address, person, PASSWORD)));
  const byName = new Map(people.map((person) => [person.username, person]));
  const counts = await Promise.all(ROOMS.map((room, index) => fillRoom(room, byName, seededRandom(2026 + index))));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function fillRoom({ script: name, messages, members }, byName, random) {
  const script = readScript(name);
  const people = members.map((member) => byName.get(member));
  const roomId = await openRoom(script, people);
  const turns = converse(script, readEchoes(), people, random);
  const keepsakes = new Map((KEEPSAKES[name] ?? []).map((keepsake) => [Math.round(keepsake.at * messages), keepsake]));

  for (let number = 0; number < messages; number++) {
    const keepsake = keepsakes.get(number);
    if (keepsake) await show(keepsake, random.pick(people), roomId, random);
    const { author, body } = turns.next().value;
    await haveSecondThoughts(await sendMessage(author, roomId, body), random);
  }
  return messages + keepsakes.size;
}

async function openRoom({ name, topic, visibility }, [owner, ...others]) {
  const roomId = await createRoom(owner, { name, topic, visibility });
  for (const { id } of others) await addMember(owner, roomId, id);
  return roomId;
}

async function show({ body, files }, author, roomId, random) {
  const attachmentIds = [];
  for (const make of files) attachmentIds.push((await author.upload(roomId, await make(random))).id);
  await sendMessage(author, roomId, body, attachmentIds);
}

async function haveSecondThoughts(message, random) {
  const chance = random.next();
  if (chance < 0.006) await deleteMessage(message);
  else if (chance < 0.03) await editMessage(message, `${message.body}\n\n*(Edited: it read better in my head.)*`);
}
