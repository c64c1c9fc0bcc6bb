import type { Socket, Subscription } from '../sockets/socket.js';
import type { MessageAnswer, Person } from './person.js';

export interface PieceAnswer {
  readonly offset: number;
  readonly text: string;
  readonly isDone: boolean;
  readonly message: { readonly id: string };
}

export interface GrownAnswer {
  readonly body: string;
  readonly editedAt: string | null;
  readonly isStreaming: boolean;
  readonly isBrokenOff: boolean;
}

interface Growth {
  readonly offset?: number;
  readonly isDone?: boolean;
}

export const STREAM = 'mutation ($input: StreamMessageInput!) { streamMessage(input: $input) { length } }';
export const BEGIN = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id number } } }';
export const ROOM_STREAMS =
  'subscription ($id: ID!) { roomStreams(roomId: $id) { message { id } offset text isDone } }';

/** A bot sends a message that it will write piece by piece. */
export async function begins(
  bot: Person,
  { id }: { readonly id: string },
  more: Record<string, unknown> = {},
): Promise<MessageAnswer> {
  const input = { roomId: id, body: '', isStreaming: true, ...more };
  return (await bot.asks<{ sendMessage: { message: MessageAnswer } }>(BEGIN, { input })).sendMessage.message;
}

/** It adds a piece; how long the text is then. */
export async function adds(
  bot: Person,
  { id }: { readonly id: string },
  text: string,
  { offset = 0, isDone = false }: Growth = {},
): Promise<number> {
  const input = { messageId: id, offset, text, isDone };
  return (await bot.asks<{ streamMessage: { length: number } }>(STREAM, { input })).streamMessage.length;
}

/** The message as somebody reads it now. */
export async function grown(reader: Person, { id }: { readonly id: string }): Promise<GrownAnswer> {
  const query = 'query ($id: ID!) { message(id: $id) { body editedAt isStreaming isBrokenOff } }';
  return (await reader.asks<{ message: GrownAnswer }>(query, { id })).message;
}

export function watchesStreams(
  socket: Socket,
  { id }: { readonly id: string },
): Subscription<{ roomStreams: PieceAnswer }> {
  return socket.subscribes<{ roomStreams: PieceAnswer }>(ROOM_STREAMS, { id });
}

/** What a reader who puts the pieces together has in the end. */
export function textOf(pieces: readonly { readonly roomStreams: PieceAnswer }[]): string {
  return pieces.reduce((text, { roomStreams: { offset, text: added } }) => text.slice(0, offset) + added, '');
}
