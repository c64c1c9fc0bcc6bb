import { expect, test } from 'vitest';
import type { Face, FeedEvent } from '../core/graphql/model';
import { withActivity } from './activity';
import { applyEvent } from './apply-event';
import { fromViewer, withOpenRoom, withOpenThread, withPins, withSavedList } from './apply-read';
import type { ChatState } from './chat-state';
import { withFollowedThreads } from './followed-reads';
import { person, TinyServer } from './test/tiny-server';

const ADA = 'ada';
const KITCHEN = 'kitchen';

const STATUS = { emoji: '🌴', text: 'Away', until: null };
const COUNTESS: Face = { ...person(ADA), displayName: 'Countess', avatarUrl: '/uploads/avatars/a', status: STATUS };

function changedTo(changed: Face): FeedEvent {
  return { __typename: 'UserChanged', id: 'change', at: '2026-11-21T18:53:00.000Z', actor: changed, changed };
}

/** Ben's page, on which Ada is seen wherever anybody can be. */
function benWithAda(): ChatState {
  const server = new TinyServer([KITCHEN], 'ben');
  server.enter(KITCHEN, ADA);
  server.send(KITCHEN, ADA, 'Hello');
  server.send(KITCHEN, 'ben', 'Hello yourself', 1);
  server.reply(KITCHEN, 1, ADA, 'In a thread');
  server.follow(KITCHEN, 1, 'ben', true);
  server.pin(KITCHEN, 1, true);
  server.save(KITCHEN, 1, 'ben', true);
  const opened = withOpenRoom(fromViewer(server.readViewer('ben')), server.readRoom(KITCHEN, 'ben'));
  const threaded = withOpenThread(opened, KITCHEN, server.readThread(KITCHEN, 1, 'ben'));
  const listed = withSavedList(withPins(threaded, KITCHEN, server.readPins(KITCHEN)), server.readSaved('ben'));
  return withActivity(withFollowedThreads(listed, server.readFollowed('ben')), server.readActivity('ben'));
}

test('a new name, picture and status stand wherever somebody is shown', () => {
  const before = JSON.stringify(plain(benWithAda()));
  const after = JSON.stringify(plain(applyEvent(benWithAda(), changedTo(COUNTESS))));
  expect(before.match(/"displayName":"ada"/g)?.length).toBeGreaterThan(8);
  expect(after).not.toContain('"displayName":"ada"');
  expect(after.match(/"displayName":"Countess"/g)).toHaveLength(before.match(/"displayName":"ada"/g)?.length ?? 0);
  expect(after).toContain('🌴');
});

test('of whoever deleted their account no page keeps the username', () => {
  const gone: Face = { ...person(ADA), username: 'deleted-1f', displayName: 'Deleted account' };
  expect(JSON.stringify(plain(benWithAda()))).toContain('"username":"ada"');
  expect(JSON.stringify(plain(applyEvent(benWithAda(), changedTo(gone))))).not.toContain('"username":"ada"');
});

test('what does not show them is not drawn again, and nothing is where nothing changed', () => {
  const before = benWithAda();
  const after = applyEvent(before, changedTo(COUNTESS));
  expect(applyEvent(after, changedTo(COUNTESS))).toBe(after);
  expect(applyEvent(before, changedTo(person('otto')))).toBe(before);
  expect(applyEvent(before, changedTo(person(ADA)))).toBe(before);
  const stranger = applyEvent(before, changedTo({ ...person('otto'), displayName: 'Otto the Great' }));
  expect(stranger).toBe(before);
});

function plain(value: unknown): unknown {
  return value instanceof Map
    ? [...(value as Map<unknown, unknown>).values()].map(plain)
    : Array.isArray(value)
      ? value.map(plain)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
        : value;
}
