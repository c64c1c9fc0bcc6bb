import { openAsBlob } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import type { Command } from '../command.js';
import { SEARCH } from '../operations.js';
import { ownRooms, roomIdOf } from '../rooms.js';
import { signedIn } from '../signed-in.js';

export const rooms: Command = {
  name: 'rooms',
  words: '',
  summary: 'Lists the rooms that you are in.',
  run: signedIn(async (chat, _typed, output) => {
    for (const room of await ownRooms(chat)) output.say(room, `${room.id}  ${room.name ?? '(direct)'}`);
  }),
};

export const send: Command = {
  name: 'send',
  words: 'ROOM [TEXT]',
  summary: 'Posts a message; the text is read from a pipe where it is left out.',
  options: {
    file: { type: 'string', multiple: true, summary: 'a file to attach' },
    nonce: { type: 'string', summary: 'sent again with the same one, it is posted once' },
  },
  run: signedIn(async (chat, typed, output) => {
    const [room = '', given] = typed.words;
    const roomId = await roomIdOf(chat, room);
    const files = typed.values('file');
    const body = given ?? (files.length > 0 && process.stdin.isTTY ? '' : await text(process.stdin));
    const attachmentIds: string[] = [];
    for (const file of files)
      attachmentIds.push((await chat.upload(roomId, await openAsBlob(file), basename(file))).id);
    const nonce = typed.value('nonce') ?? randomUUID();
    const message = await chat.send({ roomId, body, nonce, attachmentIds });
    output.say(message, `Posted as number ${String(message.number)}.`);
  }),
};

export const tail: Command = {
  name: 'tail',
  words: '[ROOM]',
  summary: 'Shows what is said from now on, in one room or in all, until you stop it.',
  options: { after: { type: 'string', summary: 'the cursor of --json to go on from' } },
  run: signedIn(async (chat, typed, output) => {
    const [room] = typed.words;
    const roomId = room === undefined ? null : await roomIdOf(chat, room);
    const stopping = new AbortController();
    const stop = () => {
      stopping.abort();
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    await chat.followMessages({
      after: typed.value('after') ?? null,
      signal: stopping.signal,
      handle: ({ cursor, event, mark }) => {
        // Programs that read this know by it that nothing is missed from here on.
        if (mark === 'OPENED' || mark === 'CAUGHT_UP') output.note({ cursor, mark });
        const message = event?.message;
        if (!message || (roomId !== null && message.room.id !== roomId)) return;
        const where = roomId === null ? `${message.room.name ?? '(direct)'} ` : '';
        output.say({ cursor, message }, `${where}${message.author.username}: ${message.body}`);
      },
    });
  }),
};

export const search: Command = {
  name: 'search',
  words: 'QUERY',
  summary: 'Finds messages, the newest first.',
  options: {
    room: { type: 'string', summary: 'look in this room alone' },
    first: { type: 'string', summary: 'how many, 25 if left out' },
  },
  run: signedIn(async (chat, typed, output) => {
    const [query = ''] = typed.words;
    const room = typed.value('room');
    const roomId = room === undefined ? null : await roomIdOf(chat, room);
    const found = await chat.ask(SEARCH, { query, roomId, first: Number(typed.value('first') ?? 25) });
    for (const { message } of found.search.nodes) {
      const { author, body, createdAt, room: at } = message;
      output.say(message, `${createdAt} ${at.name ?? '(direct)'} ${author.username}: ${body}`);
    }
  }),
};
