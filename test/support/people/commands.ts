import { comesWith, makesBot, makesToken, type BotAnswer } from './bots.js';
import type { Person, RoomAnswer } from './person.js';

export const SET_COMMANDS =
  'mutation ($commands: [CommandInput!]!) { setCommands(input: { commands: $commands }) { commands { name description usage bot { id } } } }';
export const INVOKE_COMMAND =
  'mutation ($input: InvokeCommandInput!) { invokeCommand(input: $input) { interactionId } }';
export const COMMANDS = 'query ($id: ID!) { room(id: $id) { commands { name description usage bot { id } } } }';

export interface CommandAnswer {
  readonly name: string;
  readonly description: string;
  readonly usage: string;
  readonly bot: { readonly id: string };
}

export interface NewCommand {
  readonly name: string;
  readonly description: string;
  readonly usage?: string | null;
}

export const WEATHER: NewCommand = { name: 'weather', description: 'Says what the sky will do', usage: 'CITY' };

/** A bot of somebody's in a room of theirs, which has commands. */
export interface CommandedBot {
  readonly bot: BotAnswer;
  /** The bot as it comes with a token for all of its rooms. */
  readonly itself: Person;
}

export async function aBotWithCommands(
  owner: Person,
  rooms: readonly Pick<RoomAnswer, 'id'>[],
  commands: readonly NewCommand[] = [WEATHER],
): Promise<CommandedBot> {
  const bot = await makesBot(owner);
  for (const room of rooms) await owner.adds({ id: bot.user.id }, room);
  const itself = comesWith(owner.server, bot, await makesToken(owner, bot));
  await setsCommands(itself, commands);
  return { bot, itself };
}

export async function setsCommands(bot: Person, commands: readonly NewCommand[]): Promise<CommandAnswer[]> {
  const { setCommands } = await bot.asks<{ setCommands: { commands: CommandAnswer[] } }>(SET_COMMANDS, { commands });
  return setCommands.commands;
}

interface Asked {
  readonly command?: string;
  readonly text?: string;
  readonly nonce?: string;
}

export function inputOf(
  { bot }: Pick<CommandedBot, 'bot'>,
  room: Pick<RoomAnswer, 'id'>,
  { command = 'weather', text = 'Berlin', ...more }: Asked = {},
): Record<string, unknown> {
  return { input: { roomId: room.id, botId: bot.id, command, text, ...more } };
}

/** The id of what the bot is asked for. */
export async function invokes(
  who: Person,
  bot: Pick<CommandedBot, 'bot'>,
  room: Pick<RoomAnswer, 'id'>,
  asked: Asked = {},
): Promise<string> {
  const { invokeCommand } = await who.asks<{ invokeCommand: { interactionId: string } }>(
    INVOKE_COMMAND,
    inputOf(bot, room, asked),
  );
  return invokeCommand.interactionId;
}

/** The names of the commands that somebody sees in a room; null where they see none at all. */
export async function commandsIn(who: Person, { id }: Pick<RoomAnswer, 'id'>): Promise<string[] | null> {
  const { room } = await who.asks<{ room: { commands: CommandAnswer[] | null } | null }>(COMMANDS, { id });
  return room?.commands?.map(({ name }) => name) ?? null;
}

const INVOKED = `__typename ... on CommandInvoked { id actor { id } roomId room { id } interactionId command text isAnswerable }`;
export const FEED_OF_BOT = `subscription ($after: Cursor) { events(after: $after) { mark event { ${INVOKED} } } }`;
export const PAGE_OF_BOT = `query ($after: Cursor!) { events(after: $after) { mark event { ${INVOKED} } } }`;

export interface InvokedItem {
  readonly mark: string | null;
  readonly event: {
    readonly __typename: string;
    readonly id?: string;
    readonly actor?: { readonly id: string } | null;
    readonly roomId?: string;
    readonly room?: { readonly id: string } | null;
    readonly interactionId?: string;
    readonly command?: string;
    readonly text?: string;
    readonly isAnswerable?: boolean;
  } | null;
}

export async function placeOf(bot: Person): Promise<string> {
  return (await bot.asks<{ viewer: { eventCursor: string } }>('{ viewer { eventCursor } }')).viewer.eventCursor;
}

/** What somebody was asked for since a place in their feed, as a page has it. */
export async function askedSince(who: Person, after: string): Promise<NonNullable<InvokedItem['event']>[]> {
  const { events } = await who.asks<{ events: InvokedItem[] }>(PAGE_OF_BOT, { after });
  return asked(events);
}

export function asked(items: readonly InvokedItem[]): NonNullable<InvokedItem['event']>[] {
  return items.flatMap(({ event }) => (event?.__typename === 'CommandInvoked' ? event : []));
}
