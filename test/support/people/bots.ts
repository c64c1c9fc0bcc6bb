import { type BotScope, BotScopeName } from '#server/caller/index.js';
import type { TestServer } from '../servers/server.js';
import { Person, type RoomAnswer } from './person.js';
import { aRoom } from './room.js';

export const BOT_SCOPES: readonly BotScope[] = Object.values(BotScopeName);

export interface BotAnswer {
  readonly id: string;
  readonly user: { readonly id: string; readonly username: string };
}

export interface TokenAnswer {
  readonly id: string;
  readonly secret: string;
}

interface TokenWishes {
  readonly name?: string;
  readonly scopes?: readonly BotScope[];
  readonly roomIds?: readonly string[] | null;
  readonly expiresAt?: Date | null;
}

export const CREATE_BOT = `mutation ($input: CreateBotInput!) { createBot(input: $input) { bot { id user { id username } } } }`;
export const DISABLE_BOT = 'mutation ($id: ID!) { disableBot(input: { botId: $id }) { bot { id disabledAt } } }';
export const CREATE_TOKEN =
  'mutation ($input: CreateBotTokenInput!) { createBotToken(input: $input) { token { id } secret } }';
export const REVOKE_TOKEN = 'mutation ($id: ID!) { revokeBotToken(input: { tokenId: $id }) { bot { id } } }';

let bots = 0;

export async function makesBot(owner: Person, username?: string): Promise<BotAnswer> {
  bots += 1;
  const input = { username: username ?? `helper.${String(bots)}`, description: 'Helps out' };
  return (await owner.asks<{ createBot: { bot: BotAnswer } }>(CREATE_BOT, { input })).createBot.bot;
}

export async function makesToken(owner: Person, bot: BotAnswer, wishes: TokenWishes = {}): Promise<TokenAnswer> {
  const { name = 'A token', scopes = BOT_SCOPES, ...more } = wishes;
  const input = { botId: bot.id, name, scopes, ...more };
  const { createBotToken } = await owner.asks<{
    createBotToken: { token: { id: string }; secret: string };
  }>(CREATE_TOKEN, { input });
  return { id: createBotToken.token.id, secret: createBotToken.secret };
}

export async function revokesToken(who: Person, { id }: { readonly id: string }): Promise<void> {
  await who.asks(REVOKE_TOKEN, { id });
}

export async function disablesBot(who: Person, { id }: { readonly id: string }): Promise<void> {
  await who.asks(DISABLE_BOT, { id });
}

/** The bot as it comes with a token: it asks as people do. */
export function comesWith(server: Pick<TestServer, 'url'>, { user }: BotAnswer, { secret }: TokenAnswer): Person {
  return Person.movesTo(server, { ...user, accessToken: secret, refreshToken: '' });
}

/** A room of somebody's with a bot of theirs in it. */
export async function aRoomWithBot(
  owner: Person,
  others: readonly Person[] = [],
): Promise<{ readonly room: RoomAnswer; readonly bot: BotAnswer }> {
  const room = await aRoom(owner, others);
  const bot = await makesBot(owner);
  await owner.adds({ id: bot.user.id }, room);
  return { room, bot };
}

/** A bot of somebody's in a room of theirs, which comes with a token of these scopes. */
export async function aBotIn(owner: Person, room: { readonly id: string }, wishes: TokenWishes = {}): Promise<Person> {
  const bot = await makesBot(owner);
  await owner.adds({ id: bot.user.id }, room);
  return comesWith(owner.server, bot, await makesToken(owner, bot, wishes));
}

export interface WebhookAnswer {
  readonly id: string;
  readonly url: string;
  readonly bot: { readonly id: string; readonly user: { readonly id: string; readonly displayName: string } };
}

export const CREATE_WEBHOOK = `mutation ($room: ID!, $name: String!) {
  createIncomingWebhook(input: { roomId: $room, name: $name }) { webhook { id bot { id user { id displayName } } } url }
}`;
export const DELETE_WEBHOOK = 'mutation ($id: ID!) { deleteIncomingWebhook(input: { webhookId: $id }) { ok } }';

export async function makesWebhook(
  owner: Person,
  room: { readonly id: string },
  name = 'Builds',
): Promise<WebhookAnswer> {
  const { createIncomingWebhook } = await owner.asks<{
    createIncomingWebhook: { webhook: Omit<WebhookAnswer, 'url'>; url: string };
  }>(CREATE_WEBHOOK, { room: room.id, name });
  return { ...createIncomingWebhook.webhook, url: createIncomingWebhook.url };
}

export async function deletesWebhook(who: Person, { id }: { readonly id: string }): Promise<void> {
  await who.asks(DELETE_WEBHOOK, { id });
}

/** Posts JSON, or a form, to the address of a webhook. */
export async function postsTo(
  server: Pick<TestServer, 'url'>,
  { url }: { readonly url: string },
  body: object | URLSearchParams,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; retryAfter: string | null }> {
  const isForm = body instanceof URLSearchParams;
  const response = await fetch(server.url + new URL(url, server.url).pathname, {
    method: 'POST',
    headers: { ...(!isForm && { 'content-type': 'application/json' }), ...headers },
    body: isForm ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text(), retryAfter: response.headers.get('retry-after') };
}
