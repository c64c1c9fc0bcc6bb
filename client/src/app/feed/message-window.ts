import type { Message, PageMessage, ReadMessage } from '../core/graphql/model';
import type { MessageWindow, WindowMessage } from './chat-state';
import { isSameMarks, type MessageMarks, marksOf } from './message-marks';
import { isSameMessage } from './same-message';
import { isSameSummary } from './thread-summary';

/** What the viewer's marks on a message are after an event about it. */
export type Marking = (message: Message, before: MessageMarks) => MessageMarks;

export function toWindowMessage(
  message: Message | ReadMessage | PageMessage,
  cursor: string | null,
  before?: Pick<WindowMessage, 'viewerState' | 'startedThread' | 'linkPreviews'>,
): WindowMessage {
  // An event of the message, or the answer to a change of it, does not say what hangs on it.
  const startedThread = 'startedThread' in message ? message.startedThread : (before?.startedThread ?? null);
  // Whatever shows messages in a timeline asks for them; a message of another list brings none.
  const linkPreviews = 'linkPreviews' in message ? message.linkPreviews : (before?.linkPreviews ?? []);
  return { ...message, cursor, startedThread, linkPreviews, viewerState: marksOf(message, before?.viewerState) };
}

/** A message that the feed or an answer brought: it is shown where it touches what is already there. */
export function place(window: MessageWindow, message: Message | ReadMessage): MessageWindow {
  const first = firstNumber(window);
  const next = lastNumber(window) + 1;
  if (message.number >= first && message.number < next) return change(window, message);
  const isNext = window.messages.length === 0 ? window.newest < message.number : message.number === next;
  if (!isNext) return window;
  return {
    messages: [...window.messages, toWindowMessage(message, null)],
    hasOlder: window.messages.length === 0 ? message.number > 1 : window.hasOlder,
    newest: Math.max(window.newest, message.number),
  };
}

/** As `place`, for a new message of the feed: where it cannot be shown yet, it is known to be there to load. */
export function receive(window: MessageWindow, message: Message): MessageWindow {
  const placed = place(window, message);
  return message.number > placed.newest ? { ...placed, newest: message.number } : placed;
}

/** A message that is there already, as it is now; one that is not loaded is not brought in. */
export function change(window: MessageWindow, message: Message | ReadMessage, marking?: Marking): MessageWindow {
  const index = message.number - firstNumber(window);
  const known = window.messages[index];
  if (!known) return window;
  const now = toWindowMessage(message, known.cursor, known);
  const newer = newerOf(known, marking ? { ...now, viewerState: marking(message, known.viewerState) } : now);
  return newer === known ? window : { ...window, messages: window.messages.with(index, newer) };
}

/** Puts two stretches together where they touch; where they do not, the second one stands alone. */
export function join(window: MessageWindow, page: MessageWindow): MessageWindow {
  const newest = Math.max(window.newest, page.newest);
  if (page.messages.length === 0) return joinEmpty(window, page);
  if (!touches(window, page)) return { ...page, newest };
  const older = firstNumber(page) <= firstNumber(window) ? page : window;
  return { messages: merged(window, page), hasOlder: older.hasOlder, newest };
}

/** Two stretches that touch, in order. Only what is in both is compared: there may be a hundred thousand messages beside it. */
function merged(window: MessageWindow, page: MessageWindow): readonly WindowMessage[] {
  const first = firstNumber(window);
  const after = first + window.messages.length;
  const both = page.messages.filter(({ number }) => number >= first && number < after);
  const before = page.messages.filter(({ number }) => number < first);
  const beyond = page.messages.filter(({ number }) => number >= after);
  const messages = [...window.messages];
  for (const message of both) {
    const known = messages[message.number - first];
    if (known) messages[message.number - first] = newerOf(known, message);
  }
  return before.length === 0 && beyond.length === 0 ? messages : [...before, ...messages, ...beyond];
}

export function dropNewest(window: MessageWindow, keep: number): MessageWindow {
  return window.messages.length <= keep ? window : { ...window, messages: window.messages.slice(0, keep) };
}

export function dropOldest(window: MessageWindow, keep: number): MessageWindow {
  if (window.messages.length <= keep) return window;
  return { ...window, messages: window.messages.slice(-keep), hasOlder: true };
}

export function hasNewer(window: MessageWindow): boolean {
  return window.newest > lastNumber(window);
}

export function lastNumber(window: MessageWindow): number {
  return window.messages.at(-1)?.number ?? 0;
}

function firstNumber(window: MessageWindow): number {
  return window.messages[0]?.number ?? 1;
}

/** Reads and events cross on their way: what has been deleted, edited or completed last is the truth. */
function newerOf(known: WindowMessage, other: WindowMessage): WindowMessage {
  const cursor = other.cursor ?? known.cursor;
  const winner = isOutdated(other, known) || isSame(other, known) ? known : other;
  return winner.cursor === cursor ? winner : { ...winner, cursor };
}

function isOutdated(message: Message, known: Message): boolean {
  if (message.deletedAt !== null) return false;
  return known.deletedAt !== null || (known.editedAt ?? '') > (message.editedAt ?? '') || wasShorter(message, known);
}

/** Of a message that grows: it only becomes longer, and what is done grows no more. */
function wasShorter(message: Message, known: Message): boolean {
  if (!message.isStreaming) return false;
  return !known.isStreaming || known.body.length > message.body.length;
}

function isSame(a: WindowMessage, b: WindowMessage): boolean {
  return (
    isSameMessage(a, b) && isSameMarks(a.viewerState, b.viewerState) && isSameSummary(a.startedThread, b.startedThread)
  );
}

function touches(a: MessageWindow, b: MessageWindow): boolean {
  if (a.messages.length === 0) return a.newest < firstNumber(b) + b.messages.length;
  return firstNumber(b) <= lastNumber(a) + 1 && firstNumber(a) <= lastNumber(b) + 1;
}

function joinEmpty(window: MessageWindow, page: MessageWindow): MessageWindow {
  if (window.messages.length === 0) return page;
  return { ...window, newest: Math.max(window.newest, page.newest) };
}
