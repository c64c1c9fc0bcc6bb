import type { Notice } from '../../feed/chat-state';
import { dayLabel, dayOf } from '../../shared/text/dates';
import { noticeText } from './notice-text';
import type { MessageGroupEntry, TimelineDay, TimelineEntry, TimelineMessage } from './timeline.types';

export interface TimelineSource {
  /** In the order in which they are shown. */
  readonly messages: readonly TimelineMessage[];
  readonly notices: readonly Notice[];
  /** The number of the first message that the reader has not seen. */
  readonly newFrom: number | null;
  readonly now: Date;
}

type Item =
  | { readonly kind: 'message'; readonly at: string; readonly message: TimelineMessage }
  | { readonly kind: 'notice'; readonly at: string; readonly notice: Notice };

const ONE_BREATH = 5 * 60_000;

/** Puts a room's messages under their days and authors, with who came and went in between. */
export function groupTimeline({ messages, notices, newFrom, now }: TimelineSource): readonly TimelineDay[] {
  const lineFrom = hasAnswered(messages, newFrom) ? null : newFrom;
  const days: { key: string; date: string; label: string; entries: TimelineEntry[] }[] = [];
  let newShown = false;
  for (const item of interleave(messages, notices)) {
    const key = dayOf(item.at);
    let day = days.at(-1);
    if (day?.key !== key) {
      day = { key, date: key, label: dayLabel(item.at, now), entries: [] };
      days.push(day);
    }
    if (!newShown && isNew(item, lineFrom)) {
      day.entries.push({ kind: 'new', key: 'new' });
      newShown = true;
    }
    add(day.entries, item);
  }
  return days;
}

/** Messages keep their order, which is the room's; what happened stands before the first message after it. */
function interleave(messages: readonly TimelineMessage[], notices: readonly Notice[]): readonly Item[] {
  const waiting = [...notices];
  const items: Item[] = [];
  const noticesUntil = (isOver: (notice: Notice) => boolean) => {
    for (let next = waiting[0]; next && !isOver(next); next = waiting[0]) {
      items.push({ kind: 'notice', at: next.at, notice: next });
      waiting.shift();
    }
  };
  for (const message of messages) {
    // What is not on the server yet comes after everything that is.
    noticesUntil(({ seq }) => message.seq !== null && seq > message.seq);
    items.push({ kind: 'message', at: message.createdAt, message });
  }
  noticesUntil(() => false);
  return items;
}

/** Who writes below what was new has seen it. */
function hasAnswered(messages: readonly TimelineMessage[], newFrom: number | null): boolean {
  return newFrom !== null && messages.some(({ mine, number }) => mine && (number === null || number > newFrom));
}

function isNew(item: Item, newFrom: number | null): boolean {
  if (newFrom === null || item.kind === 'notice') return false;
  return item.message.number !== null && item.message.number >= newFrom;
}

function add(entries: TimelineEntry[], item: Item): void {
  if (item.kind === 'notice') {
    entries.push({ kind: 'notice', key: item.notice.id, text: noticeText(item.notice), at: item.at });
    return;
  }
  const { message } = item;
  const last = entries.at(-1);
  if (last?.kind === 'messages' && belongsTo(last, message)) {
    entries[entries.length - 1] = { ...last, messages: [...last.messages, message] };
    return;
  }
  const { author, mine, createdAt, key } = message;
  entries.push({ kind: 'messages', key, author, mine, at: createdAt, messages: [message] });
}

function belongsTo(group: MessageGroupEntry, message: TimelineMessage): boolean {
  const before = group.messages.at(-1);
  if (!before || group.author.id !== message.author.id) return false;
  return Date.parse(message.createdAt) - Date.parse(before.createdAt) < ONE_BREATH;
}
