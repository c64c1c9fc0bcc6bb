import type { Cast } from './cast.js';
import type { MessageAnswer, Person, RoomAnswer } from './person.js';
import { aRoom } from './room.js';

export interface BusyRoom {
  readonly room: RoomAnswer;
  /** The positions before the first event, of the room's feed and of everybody's own. */
  readonly roomStart: string;
  readonly feedStart: string;
  /** The last thing said. */
  readonly last: MessageAnswer;
}

/** A room of Ada's where everything that can happen has happened, with Ben in it throughout. */
export async function aBusyRoom({ ada, ben, cleo, otto }: Cast): Promise<BusyRoom> {
  const feedStart = await feedCursorOf(ben);
  const room = await aRoom(ada, [ben]);
  const { eventCursor: roomStart } = room;
  const hello = await ada.says('Hello', room);
  await cleo.joins(room);
  await ben.says('Hello, Ada', room);
  await ada.makes(cleo, 'MODERATOR', room);
  await ada.edits(hello, 'Hello, everybody');
  const slip = await cleo.says('What a fine day it is', room);
  await otto.joins(room);
  await cleo.removes(otto, room);
  await cleo.deletes(slip);
  await cleo.leaves(room);
  await cleo.joins(room);
  return { room, roomStart, feedStart, last: await ada.says('Good night', room) };
}

export async function feedCursorOf(person: Person): Promise<string> {
  const { viewer } = await person.asks<{ viewer: { eventCursor: string } }>('{ viewer { eventCursor } }');
  return viewer.eventCursor;
}
