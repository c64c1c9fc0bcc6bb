import { feedCursorOf } from './busy-room.js';
import type { Feed } from '../feeds/follower.js';
import type { MessageAnswer, Person, RoomAnswer } from './person.js';
import { Progress } from '../chance/progress.js';
import { unlessRefused } from '../chance/refusals.js';
import { readRestlessly, type Turn, type Visit } from '../feeds/restless-reader.js';
import { aRoom } from './room.js';
import { sendsTogether } from './sends.js';
import type { TestServer } from '../servers/server.js';

export const ROOMS = ['hall', 'kitchen', 'garden'] as const;
type RoomName = (typeof ROOMS)[number];

export interface Action {
  readonly does: 'say' | 'say at length' | 'edit' | 'delete' | 'come or go';
  readonly where: RoomName;
}

export interface Plan {
  /** Which of the people it is. */
  readonly who: number;
  readonly follows: 'hall' | 'kitchen' | 'all rooms';
  readonly selection: 'plain' | 'plain, in words of their own' | 'bulky';
  readonly startsFrom: 'long ago' | 'now';
  /** How much is written before they come. */
  readonly comesAfter: number;
  readonly turns: readonly Turn[];
}

export interface Reading {
  readonly who: Person;
  readonly room: RoomAnswer | undefined;
  readonly start: string | undefined;
  readonly visits: readonly Visit[];
}

/** A long message is half a megabyte in the bulky selection: a dozen of them fill the network in front of who does not read. */
const LONG = '茶'.repeat(4000);
const COPIES = Array.from({ length: 40 }, (_, index) => `copy${String(index)}: body`).join(' ');
const PLAIN = 'cursor live mark event { id ... on RoomEvent { room { id } } ... on MessageSent { message { body } } }';
const BULKY = PLAIN.replace('body', `body ${COPIES}`);
const THE_END = 'The end';

/** Many people, who write and read in three rooms. All of them are in the hall and the kitchen throughout, and some come to the garden. */
export class Evening {
  private readonly writing = new Progress();
  private wordings = 0;

  private constructor(
    private readonly server: TestServer,
    private readonly people: readonly Person[],
    private readonly rooms: Record<RoomName, RoomAnswer>,
    /** Each one's position in all their rooms, before anything happened here. */
    private readonly starts: readonly string[],
  ) {}

  static async begins(server: TestServer, people: readonly Person[]): Promise<Evening> {
    const [host, ...guests] = people;
    if (!host) throw new Error('Somebody has to have the house.');
    const starts = await Promise.all(people.map(feedCursorOf));
    const [hall, kitchen, garden] = [await aRoom(host, guests), await aRoom(host, guests), await aRoom(host)];
    return new Evening(server, people, { hall, kitchen, garden }, starts);
  }

  /** Everybody talks at once in the hall. */
  async hearsMany(messages: number): Promise<void> {
    const bodies = Array.from({ length: messages }, (_, index) => (index < 12 ? LONG : `Among many ${String(index)}`));
    const drafts = bodies.map((body) => ({ roomId: this.rooms.hall.id, body }));
    await sendsTogether(this.server, this.person(0), drafts);
  }

  /** Resolves when so much was written by those who act. */
  reaches(count: number): Promise<void> {
    return this.writing.reaches(count);
  }

  async sees(who: number, actions: readonly Action[]): Promise<void> {
    const said: MessageAnswer[] = [];
    for (const action of actions) {
      await unlessRefused(() => this.act(this.person(who), action, said));
      this.writing.advance();
    }
  }

  async ends(): Promise<void> {
    const { kitchen, hall } = this.rooms;
    for (const room of [kitchen, hall]) await this.person(0).says(THE_END, room);
    this.writing.end();
  }

  /** Follows a feed until the end, whatever is between. */
  async isReadBy(plan: Plan): Promise<Reading> {
    const who = this.person(plan.who);
    const room = plan.follows === 'all rooms' ? undefined : this.rooms[plan.follows];
    const start = plan.startsFrom === 'now' ? undefined : (room?.eventCursor ?? this.starts[plan.who]);
    await this.writing.reaches(plan.comesAfter);
    const { id } = room ?? this.rooms.hall;
    const visits = await readRestlessly(who, this.feedOf(plan, room), start, plan.turns, this.writing, ({ event }) => {
      return event?.room?.id === id && event.message?.body === THE_END;
    });
    return { who, room, start, visits };
  }

  private async act(who: Person, { does, where }: Action, said: MessageAnswer[]): Promise<void> {
    const message = said.at(-1);
    const { garden } = this.rooms;
    if (does === 'say') said.push(await who.says(`Message ${String(said.length)}`, this.rooms[where]));
    else if (does === 'say at length') said.push(await who.says(LONG, this.rooms[where]));
    else if (does === 'edit' && message) await who.edits(message, `Edited ${String(said.length)}`);
    else if (does === 'delete' && message) await who.deletes(message);
    else if (does === 'come or go') await (where === 'garden' ? who.joins(garden) : who.leaves(garden));
  }

  private feedOf({ selection }: Plan, room: RoomAnswer | undefined): Feed {
    const fields = selection === 'bulky' ? BULKY : PLAIN;
    const query = room
      ? `subscription ($roomId: ID!, $after: Cursor) { roomEvents(roomId: $roomId, after: $after) { ${fields} } }`
      : `subscription ($after: Cursor) { events(after: $after) { ${fields} } }`;
    this.wordings += 1;
    return {
      query: selection === 'plain, in words of their own' ? `# ${String(this.wordings)}\n${query}` : query,
      variables: room ? { roomId: room.id } : {},
    };
  }

  private person(index: number): Person {
    const person = this.people[index];
    if (!person) throw new Error('There are not so many people.');
    return person;
  }
}
