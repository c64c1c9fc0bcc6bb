import type { Notice } from '../../feed/chat-state';
import { dayLabel, dayOf } from '../../shared/text/dates';
import { foldedNotices } from './folded-notices';
import type { TimelineDay, TimelineMessage, TimelineRow, TimelineRows } from './timeline.types';

export interface TimelineSource {
  /** The message that a thread hangs on, and how many replies there are; null in a room. */
  readonly root: { readonly message: TimelineMessage; readonly text: string } | null;
  /** In the order in which they are shown. */
  readonly messages: readonly TimelineMessage[];
  readonly notices: readonly Notice[];
  /** From this number on what others have said is new to the reader; null where there is no line to draw. */
  readonly newFrom: number | null;
  readonly now: Date;
}

/** The key of the line above what is new. */
export const NEW_ROW = 'new';

const ONE_BREATH = 5 * 60_000;

/** Puts a room's messages under their days and authors, with who came and went in between: one row after the other. */
export function groupTimeline({ root, messages, notices, newFrom, now }: TimelineSource): TimelineRows {
  const rows = new Rows(now);
  if (root) rows.addRoot(root);
  let lineFrom = isLoadedFrom(messages, newFrom) ? newFrom : null;
  let next = 0;
  const noticesUntil = (isOver: (notice: Notice) => boolean) => {
    const from = next;
    for (let notice = notices[next]; notice && !isOver(notice); notice = notices[next]) next += 1;
    for (const { key, at, text } of foldedNotices(notices.slice(from, next))) {
      rows.underDay(dayOf(at), at);
      rows.add({ kind: 'notice', key, text });
    }
  };
  // Messages keep their order, which is the room's; what happened stands before the first message after it.
  for (const message of messages) {
    // What is not on the server yet comes after everything that is.
    noticesUntil(({ seq }) => message.seq !== null && seq > message.seq);
    rows.underDay(message.day, message.createdAt);
    // One's own messages are never new, wherever they were sent from; nor are those of people whom one blocks.
    if (lineFrom !== null && message.number !== null && message.number >= lineFrom && isNews(message)) {
      rows.add({ kind: 'new', key: NEW_ROW });
      lineFrom = null;
    }
    rows.add({ kind: 'message', key: message.key, message, first: !rows.belongsToLast(message) });
  }
  noticesUntil(() => false);
  return rows.done();
}

class Rows {
  private readonly rows: TimelineRow[] = [];
  private readonly sections: TimelineDay[] = [];
  private day: string | null = null;
  private start = 0;

  constructor(private readonly now: Date) {}

  underDay(date: string, at: string): void {
    if (date === this.day) return;
    this.endDay();
    this.day = date;
    this.start = this.rows.length;
    this.rows.push({ kind: 'day', key: `day ${date}`, date, label: dayLabel(at, this.now) });
  }

  add(row: TimelineRow): void {
    this.rows.push(row);
  }

  addRoot({ message, text }: NonNullable<TimelineSource['root']>): void {
    this.underDay(message.day, message.createdAt);
    this.add({ kind: 'message', key: message.key, message, first: true });
    this.add({ kind: 'replies', key: 'replies', text });
  }

  /** Whether its author has just said something else. */
  belongsToLast({ author, sentAt }: TimelineMessage): boolean {
    const last = this.rows.at(-1);
    if (last?.kind !== 'message' || last.message.author.id !== author.id) return false;
    return sentAt - last.message.sentAt < ONE_BREATH;
  }

  done(): TimelineRows {
    this.endDay();
    return { rows: this.rows, sections: this.sections };
  }

  private endDay(): void {
    if (this.day !== null) this.sections.push({ start: this.start, end: this.rows.length });
  }
}

function isNews({ isBlocked, mine }: TimelineMessage): boolean {
  return !mine && !isBlocked;
}

/** Where older messages are new as well that are not loaded, the line belongs above those. */
function isLoadedFrom(messages: readonly TimelineMessage[], newFrom: number | null): boolean {
  const first = messages[0]?.number ?? null;
  return newFrom !== null && first !== null && first <= newFrom;
}
