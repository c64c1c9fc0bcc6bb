import { expect, test } from 'vitest';
import type { Notice } from '../../feed/chat-state';
import { person } from '../../feed/test/tiny-server';
import { foldedNotices } from './folded-notices';

let seq = 1;

function notice(kind: 'joined' | 'left', who: string, by = who, day = 21): Notice {
  seq += 1;
  const at = `2026-11-${String(day)}T12:00:00.000Z`;
  return { id: `e${String(seq)}`, seq, at, kind, user: person(who), actor: person(by), role: null };
}

const texts = (notices: readonly Notice[]) => foldedNotices(notices).map(({ text }) => text);
const join = (...names: string[]) => names.map((name) => notice('joined', name));

test('two who come are told one by one', () => {
  expect(texts(join('Ada', 'Ben'))).toEqual(['Ada joined.', 'Ben joined.']);
});

test('many who come one after another are one line, which stays the same when somebody else comes', () => {
  const people = join('Ada', 'Ben', 'Cleo');
  expect(texts(people)).toEqual(['Ada, Ben and Cleo joined.']);
  const more = [...people, ...join('Dora', 'Emil', 'Fay', 'Gus')];
  expect(texts(more)).toEqual(['Ada, Ben and 5 others joined.']);
  expect(foldedNotices(more)[0]?.key).toBe(foldedNotices(people)[0]?.key);
});

test('who comes and goes is named once for each', () => {
  const all = [...join('Ada', 'Ben'), notice('left', 'Ada'), ...join('Ada'), notice('left', 'Cleo')];
  expect(texts(all)).toEqual(['Ada and Ben joined; Ada and Cleo left.']);
});

test('those whom somebody adds are one line as well; who is removed stands for themselves', () => {
  const added = ['Ben', 'Cleo', 'Dora', 'Emil'].map((name) => notice('joined', name, 'Ada'));
  expect(texts([...added, notice('left', 'Ben', 'Ada'), notice('left', 'Cleo', 'Ada')])).toEqual([
    'Ada added Ben, Cleo and 2 others.',
    'Ada removed Ben.',
    'Ada removed Cleo.',
  ]);
});

test('another day, another role and a change of the room come between them', () => {
  const changed: Notice = {
    ...{ id: 'c', seq: 90, at: '2026-11-21T12:00:00.000Z', kind: 'changed', actor: person('Ada'), changes: ['TOPIC'] },
    ...{ visibility: null, posting: null, slowModeSeconds: null, keepMessagesDays: null },
  };
  expect(texts([...join('Ada', 'Ben'), changed, ...join('Cleo', 'Dora')])).toHaveLength(5);
  expect(texts([...join('Ada', 'Ben'), notice('joined', 'Cleo', 'Cleo', 22)])).toHaveLength(3);
});
