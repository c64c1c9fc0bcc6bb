import type { Command } from '../command.js';
import { CREATE_WEBHOOK, DELETE_WEBHOOK } from '../operations.js';
import { roomIdOf } from '../rooms.js';
import { signedIn } from '../signed-in.js';

export const webhookCreate: Command = {
  name: 'webhook create',
  words: 'ROOM NAME',
  summary: 'Makes an address by which other services post into a room, and shows it this once.',
  run: signedIn(async (chat, typed, output) => {
    const [room = '', name = ''] = typed.words;
    const variables = { roomId: await roomIdOf(chat, room), name };
    const { webhook, url } = (await chat.ask(CREATE_WEBHOOK, variables)).createIncomingWebhook;
    output.say({ id: webhook.id, url }, url);
  }),
};

export const webhookDelete: Command = {
  name: 'webhook delete',
  words: 'WEBHOOK_ID',
  summary: 'Takes the address away.',
  run: signedIn(async (chat, typed, output) => {
    await chat.ask(DELETE_WEBHOOK, { webhookId: typed.words[0] ?? '' });
    output.say({ ok: true }, 'Deleted.');
  }),
};
