import { expect, test } from 'vitest';
import type { Notice } from '../../feed/chat-state';
import { NO_MARKS } from '../../feed/message-marks';
import { person } from '../../feed/test/tiny-server';
import { groupTimeline, type TimelineSource } from './group-timeline';
import { dayOf } from '../../shared/text/dates';
import type { TimelineMessage, TimelineRows } from './timeline.types';

const now = new Date(2026, 10, 21, 20, 0);

/** A moment of 21 November, in the reader's own time. */
const at = (time: string, day = 21) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(2026, 10, day, hours, minutes).toISOString();
};

function said(author: string, createdAt: string, number: number | null): TimelineMessage {
  const key = number === null ? 'waiting' : `m${String(number)}`;
  return {
    ...{ key, id: number === null ? null : key, number, seq: number === null ? null : number * 10 },
    ...{ author: person(author), body: key, text: [key], tall: false, createdAt, day: dayOf(createdAt) },
    ...{
      time: '',
      editedAt: null,
      growth: null,
      deleted: false,
      attachments: [],
      delivery: 'sent',
      problem: null,
      nonce: null,
    },
    ...{ editId: key, changes: [] },
    ...{ mine: author === 'ada', isBlocked: false, canReport: false, canEdit: false, canDelete: false, canMark: true },
    sentAt: Date.parse(createdAt),
    canRemovePreviews: false,
    ...{ canReact: true, canPin: true, canUnpin: true },
    ...{ path: null, startedThread: null, canAnswer: true, canStartThread: true },
    ...{ reactions: [], linkPreviews: [], viewerState: NO_MARKS, replyTo: null, pinned: false },
  };
}

/** Message 1 has seq 10, message 2 has 20, and so on. */
function notice(id: string, seq: number, moment: string): Notice {
  return { id, seq, at: moment, kind: 'joined', user: person('cleo'), actor: person('cleo'), role: null };
}

function group(source: Partial<TimelineSource>): TimelineRows {
  return groupTimeline({ root: null, messages: [], notices: [], newFrom: null, now, ...source });
}

/** A timeline in short, day by day: "ada: m1 m2" for a group, "(text)" for a notice, "---" for the line above the new. */
const inShort = ({ rows, sections }: TimelineRows) =>
  sections.map(({ start, end }) => {
    const lines: string[] = [];
    for (const row of rows.slice(start, end)) {
      if (row.kind === 'day') lines.push(row.label);
      else if (row.kind === 'new') lines.push('---');
      else if (row.kind === 'notice' || row.kind === 'replies') lines.push(`(${row.text})`);
      else if (row.first) lines.push(`${row.message.author.id}: ${row.key}`);
      else lines.push(`${lines.pop() ?? ''} ${row.key}`);
    }
    return lines;
  });

test('what one person says in one breath stands together', () => {
  const messages = [
    said('ada', at('10:00'), 1),
    said('ada', at('10:01'), 2),
    said('ben', at('10:02'), 3),
    said('ada', at('10:03'), 4),
    said('ada', at('10:20'), 5),
  ];
  expect(inShort(group({ messages }))).toEqual([['Today', 'ada: m1 m2', 'ben: m3', 'ada: m4', 'ada: m5']]);
});

test('each day stands by itself', () => {
  const messages = [said('ada', at('23:59', 20), 1), said('ada', at('00:01'), 2)];
  expect(inShort(group({ messages }))).toEqual([
    ['Yesterday', 'ada: m1'],
    ['Today', 'ada: m2'],
  ]);
});

test('who came stands between the messages before and after it', () => {
  const messages = [said('ada', at('10:00'), 1), said('ada', at('10:02'), 2)];
  const notices = [notice('e1', 11, at('10:01')), notice('e2', 21, at('10:03'))];
  expect(inShort(group({ messages, notices }))).toEqual([
    ['Today', 'ada: m1', '(cleo joined.)', 'ada: m2', '(cleo joined.)'],
  ]);
});

test('what is not on the server yet stands at the very end, whatever this clock says', () => {
  const messages = [said('ben', at('10:05'), 1), said('ada', at('10:00'), null)];
  expect(inShort(group({ messages, notices: [notice('e1', 11, at('10:06'))] }))).toEqual([
    ['Today', 'ben: m1', '(cleo joined.)', 'ada: waiting'],
  ]);
});

test('one line stands above the first new message, and parts a group there', () => {
  const messages = [said('ben', at('10:00'), 1), said('ben', at('10:01'), 2), said('ben', at('10:02'), 3)];
  expect(inShort(group({ messages, newFrom: 2 }))).toEqual([['Today', 'ben: m1', '---', 'ben: m2 m3']]);
});

test('what one has said oneself meanwhile, on another device, is not new', () => {
  const messages = [said('ben', at('10:00'), 1), said('ada', at('10:01'), 2), said('ben', at('10:02'), 3)];
  expect(inShort(group({ messages, newFrom: 2 }))).toEqual([['Today', 'ben: m1', 'ada: m2', '---', 'ben: m3']]);
  expect(inShort(group({ messages: messages.slice(0, 2), newFrom: 2 }))).toEqual([['Today', 'ben: m1', 'ada: m2']]);
});

test('the line stands at the place where one left off, and nowhere while that is not loaded', () => {
  const messages = [said('ben', at('10:00'), 7), said('ben', at('10:01'), 8)];
  expect(inShort(group({ messages, newFrom: 7 }))).toEqual([['Today', '---', 'ben: m7 m8']]);
  expect(inShort(group({ messages, newFrom: 6 }))).toEqual([['Today', 'ben: m7 m8']]);
});

test('an empty room has no days', () => {
  expect(group({})).toEqual({ rows: [], sections: [] });
});

test('the message that a thread hangs on stands above it, under its own day, and is nobody’s reply', () => {
  const root = { message: said('ada', at('09:00', 20), 7), text: '2 replies' };
  const messages = [said('ada', at('09:01', 20), 1), said('ben', at('10:00'), 2)];
  expect(inShort(group({ root, messages, newFrom: 2 }))).toEqual([
    ['Yesterday', 'ada: m7', '(2 replies)', 'ada: m1'],
    ['Today', '---', 'ben: m2'],
  ]);
});
