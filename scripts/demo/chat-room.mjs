import {
  addMember,
  addReaction,
  createRoom,
  deleteMessage,
  editMessage,
  pinMessage,
  saveMessage,
  sendMessage,
} from './api.mjs';
import { converse } from './conversation.mjs';
import { KEEPSAKES } from './keepsakes.mjs';
import { readEchoes, readScript } from './script-file.mjs';

const EMOJI = ['👍', '❤️', '😂', '🎉', '👀', '🙏', '🌱', '👏🏽'];

/** A room in which people talk, and what they do with what was said. */
export class ChatRoom {
  /** All that was said so far, beside it as well. */
  count = 0;
  #number = 0;
  #last;

  constructor(script, id, people, turns, keepsakes, random) {
    this.script = script;
    this.id = id;
    this.people = people;
    this.turns = turns;
    this.keepsakes = keepsakes;
    this.random = random;
  }

  static async open({ script: name, members }, length, byName, random) {
    const script = readScript(name);
    const people = members.map((member) => byName.get(member));
    const { topic, visibility } = script;
    const id = await createRoom(people[0], { name: script.name, topic, visibility });
    for (const person of people.slice(1)) await addMember(people[0], id, person.id);
    const keepsakes = new Map((KEEPSAKES[name] ?? []).map((keepsake) => [Math.round(keepsake.at * length), keepsake]));
    return new ChatRoom(name, id, people, converse(script, readEchoes(), people, random), keepsakes, random);
  }

  /** Says so much more. */
  async goOn(sayings) {
    for (let saying = 0; saying < sayings; saying += 1) {
      const keepsake = this.keepsakes.get(this.#number);
      if (keepsake) await this.#show(keepsake);
      await this.#say(this.turns.next().value);
      this.#number += 1;
    }
  }

  async #say({ author, body, isAside, isAnswer }) {
    const root = this.#last?.isAside ? this.#last.root : this.#last;
    const message = await sendMessage(author, this.id, body, {
      ...(isAside && { threadRootId: root.id }),
      // What is answered stands in the same timeline.
      ...(isAnswer && this.#last && Boolean(this.#last.isAside) === isAside && { replyToId: this.#last.id }),
    });
    this.count += 1;
    const isGone = await this.#haveSecondThoughts(message);
    if (!isGone) await this.#respond(message);
    this.#last = { ...message, isAside, root };
  }

  async #show({ body, files, isPinned }) {
    const author = this.random.pick(this.people);
    const attachmentIds = [];
    for (const make of files) attachmentIds.push((await author.upload(this.id, await make(this.random))).id);
    const message = await sendMessage(author, this.id, body, { attachmentIds });
    this.count += 1;
    if (isPinned) await pinMessage(author, message);
    for (const person of this.people)
      if (person !== author) await addReaction(person, message, EMOJI[this.random.below(4)]);
  }

  async #haveSecondThoughts(message) {
    const chance = this.random.next();
    if (chance < 0.006) await deleteMessage(message);
    else if (chance < 0.03) await editMessage(message, `${message.body}\n\n*(Edited: it read better in my head.)*`);
    return chance < 0.006;
  }

  async #respond(message) {
    const { random, people } = this;
    const chance = random.next();
    if (chance < 0.16) await this.#react(message, 1 + random.below(people.length - 1));
    else if (chance < 0.2) for (const crowd of [2, 1]) await this.#react(message, crowd);
    else if (chance < 0.206) await pinMessage(random.pick(people), message);
    else if (chance < 0.216) await saveMessage(random.pick(people), message);
  }

  async #react(message, crowd) {
    const emoji = this.random.pick(EMOJI);
    for (const person of this.random.shuffle(this.people).slice(0, crowd)) await addReaction(person, message, emoji);
  }
}
