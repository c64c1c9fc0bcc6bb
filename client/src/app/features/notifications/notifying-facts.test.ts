import { expect, test } from 'vitest';
import { notifying } from '#rules';
import type { NotificationSettings } from '../../core/graphql/model';
import { applyEvent } from '../../feed/apply-event';
import { fromViewer } from '../../feed/apply-read';
import type { ChatState } from '../../feed/chat-state';
import { TinyServer } from '../../feed/test/tiny-server';
import { addressedOf, isReadIn, isSent, momentOf, mustAskFirst, placeOf } from './notifying-facts';

const ADA = 'ada';
const KITCHEN = 'kitchen';
const says = (...said: Parameters<TinyServer['send']>) => {
  return (server: TinyServer): void => {
    server.send(...said);
  };
};
const NOW = new Date('2026-11-27T15:00:00.000Z');

test('a mention notifies, and a message that is for nobody does not', () => {
  expect(adaHears(says(KITCHEN, 'ben', 'Tea, @ada?'))).toEqual(['MENTION']);
  expect(adaHears(says(KITCHEN, 'ben', '@room Tea?'))).toEqual(['ROOM_MENTION']);
  expect(adaHears(says(KITCHEN, 'ben', 'Tea?'))).toEqual(['NOT_ADDRESSED']);
});

test('her own messages do not, nor do those of whom she blocks', () => {
  expect(adaHears(says(KITCHEN, ADA, '@room Tea?'))).toEqual(['OWN_MESSAGE']);
  expect(
    adaHears((server) => {
      server.setBlocked(ADA, 'ben', true);
      server.send(KITCHEN, 'ben', 'Tea, @ada?');
    }),
  ).toEqual(['AUTHOR_BLOCKED']);
});

test('an answer to a message of hers does, and a reply in a thread that hangs on one', () => {
  expect(
    adaHears((server) => {
      server.send(KITCHEN, ADA, 'Tea?');
      server.send(KITCHEN, 'ben', 'Yes', 1);
    }),
  ).toEqual(['OWN_MESSAGE', 'REPLY']);
  expect(
    adaHears((server) => {
      server.send(KITCHEN, 'cleo', 'Tea, @ada?');
      server.reply(KITCHEN, 1, ADA, 'With milk');
      server.reply(KITCHEN, 1, 'ben', 'Without');
    }),
  ).toEqual(['MENTION', 'OWN_MESSAGE', 'THREAD_REPLY']);
});

test('a keyword does, once she has it', () => {
  const cake = { quietHours: null, keywords: ['cake'], showsText: false };
  expect(adaHears(says(KITCHEN, 'ben', 'Cake?'), withSettings(cake))).toEqual(['KEYWORD']);
  expect(adaHears(says(KITCHEN, 'ben', 'Pancakes?'), withSettings(cake))).toEqual(['NOT_ADDRESSED']);
});

test('in a direct room everything does', () => {
  expect(
    adaHears((server) => {
      server.openDirect('two', ['ben', ADA]);
      server.send('two', 'ben', 'Tea?');
    }),
  ).toEqual(['DIRECT_MESSAGE']);
});

test('do not disturb keeps quiet until it is over, whatever it is', () => {
  const until = (at: string) => (state: ChatState) => ({ ...state, doNotDisturbUntil: at });
  const mention = (server: TinyServer): void => {
    server.send(KITCHEN, 'ben', 'Tea, @ada?');
  };
  expect(adaHears(mention, until('2026-11-27T15:00:01.000Z'))).toEqual(['DO_NOT_DISTURB']);
  expect(adaHears(mention, until('2026-11-27T14:59:59.000Z'))).toEqual(['MENTION']);
});

test('quiet hours without a time zone are in that of her profile', () => {
  const quiet = withSettings({
    quietHours: { from: '23:00', until: '01:00', days: ['FRIDAY'], timeZone: null },
    keywords: [],
    showsText: false,
  });
  const mention = (server: TinyServer): void => {
    server.send(KITCHEN, 'ben', 'Tea, @ada?');
  };
  // Eleven at night in Tokyo is two in the afternoon in UTC: by three it is midnight there.
  expect(adaHears(mention, (state) => ({ ...quiet(state), timeZone: 'Asia/Tokyo' }))).toEqual(['QUIET_HOURS']);
  expect(adaHears(mention, quiet)).toEqual(['MENTION']);
});

test('what is read is read, and so is all that is in a room which is hers no more', () => {
  const server = aServer();
  const before = fromViewer(server.readViewer(ADA));
  server.send(KITCHEN, 'ben', 'Tea, @ada?');
  const [event] = server.eventsAfter(server.position - 1, ADA);
  if (!event || !isSent(event)) throw new Error('Nothing was sent.');
  const place = placeOf(event);
  const heard = applyEvent(before, event);
  expect(isReadIn(heard, place)).toBe(false);
  server.markRead(KITCHEN, ADA, place.number);
  expect(isReadIn(fromViewer(server.readViewer(ADA)), place)).toBe(true);
  server.leave(KITCHEN, ADA);
  expect(isReadIn(fromViewer(server.readViewer(ADA)), place)).toBe(true);
});

/** What becomes of each message that is sent, by the rule that the server goes by as well. */
function adaHears(happens: (server: TinyServer) => void, change = (state: ChatState): ChatState => state): string[] {
  const server = aServer();
  const { position } = server;
  let state = change(fromViewer(server.readViewer(ADA)));
  happens(server);
  const reasons: string[] = [];
  for (const event of server.eventsAfter(position, ADA)) {
    state = applyEvent(state, event);
    if (!isSent(event)) continue;
    expect(mustAskFirst(state, event)).toBe(false);
    reasons.push(notifying(addressedOf(state, event, NOW), momentOf(state, placeOf(event), NOW)).reason);
  }
  return reasons;
}

function aServer(): TinyServer {
  const server = new TinyServer([KITCHEN], 'ben');
  server.enter(KITCHEN, ADA);
  server.enter(KITCHEN, 'cleo');
  return server;
}

function withSettings(notificationSettings: NotificationSettings) {
  return (state: ChatState): ChatState => ({ ...state, notificationSettings });
}
