import { randomUUID } from 'node:crypto';
import { setTimeout as patience } from 'node:timers/promises';
import { expect } from 'vitest';
import { type RoomAnswer, UNSAVE } from '../people/person.js';
import { follows, marksThreadUnread, readsThread } from '../people/threads.js';
import type { PlaceName, Repeatable } from './action.js';
import { type Answer, DONE } from './answer.js';
import type { ChatModel } from './chat-model.js';
import type { Everybody } from './house.js';
import type { ModelMessage } from './model-message.js';
import { type Ids, threadStateIn } from './sight.js';

/** The message that an action is about. */
export interface Meant {
  readonly place: PlaceName;
  readonly message: ModelMessage;
}

/** So long that the server's clock shows something else. */
const A_MOMENT = 2;

/** Does what may be asked for again until there is an answer: changes of messages, and marks on them and on their threads. */
export class Changing {
  constructor(
    private readonly people: Everybody,
    private readonly rooms: Readonly<Record<PlaceName, RoomAnswer>>,
    private readonly model: Pick<ChatModel, 'numberIn'>,
    private readonly ids: Ids,
  ) {}

  /** Two of them at once are answered alike. Pins, and what is saved, stand in the order of their times. */
  async change(action: Repeatable, meant: Meant | undefined): Promise<Answer> {
    await patience(A_MOMENT);
    const once = (): Promise<Answer> => this.changeOnce(action, meant);
    if (!('twice' in action) || !action.twice) return once();
    const [one, other] = await Promise.all([once(), once()]);
    expect(one).toEqual(other);
    return one;
  }

  private async changeOnce(action: Repeatable, meant: Meant | undefined): Promise<Answer> {
    const person = this.people[action.who];
    const message = { id: this.idOf(meant) };
    const room = this.rooms[meant?.place ?? 'hall'];
    const root = { id: this.idOf(meant && { ...meant, message: meant.message.root ?? meant.message }) };
    switch (action.does) {
      case 'edit':
        await person.edits(message, action.body);
        break;
      case 'delete':
        await person.deletes(message);
        break;
      case 'react':
        await person.reacts(action.emoji, message);
        break;
      case 'take back':
        await person.takesBack(action.emoji, message);
        break;
      case 'pin':
        await person.pins(message);
        break;
      case 'unpin':
        await person.unpins(message);
        break;
      case 'save':
        await person.saves(message);
        break;
      case 'unsave': {
        const answer = await person.asks<{ unsaveMessage: { message: unknown } }>(UNSAVE, message);
        if (answer.unsaveMessage.message === null) return DONE;
        break;
      }
      case 'read thread': {
        const number = this.model.numberIn(action.which, action.at);
        return { thread: threadStateIn(await readsThread(person, room, root, number)) };
      }
      case 'follow thread':
      case 'unfollow thread':
        return { thread: threadStateIn(await follows(person, root, action.does === 'follow thread')) };
      case 'mark thread unread': {
        const number = this.model.numberIn(action.which, action.at);
        return { thread: threadStateIn(await marksThreadUnread(person, room, root, number)) };
      }
    }
    return { ...message, number: meant?.message.number };
  }

  idOf(meant: Meant | undefined): string {
    return meant ? this.ids.message(meant.message) : randomUUID();
  }
}
