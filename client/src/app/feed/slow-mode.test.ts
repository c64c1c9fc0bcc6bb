import { expect, test } from 'vitest';
import { applyEvent } from './apply-event';
import { fromViewer, withOpenRoom } from './apply-read';
import { TinyServer } from './test/tiny-server';

/** Ada is in Ben's kitchen, which is slow. */
function adaInASlowKitchen() {
  const server = new TinyServer(['kitchen'], 'ben');
  server.enter('kitchen', 'ada');
  server.update('kitchen', 'ben', { slowModeSeconds: 30 });
  const state = withOpenRoom(fromViewer(server.readViewer('ada')), server.readRoom('kitchen', 'ada'));
  const { position } = server;
  const events = () => server.eventsAfter(position, 'ada');
  const until = (all = events()) => all.reduce(applyEvent, state).rooms.get('kitchen')?.slowModeUntil;
  const secondsAfterSending = () => {
    const sent = events().find(({ __typename }) => __typename === 'MessageSent');
    const time = until();
    return time && sent ? (Date.parse(time) - Date.parse(sent.at)) / 1000 : null;
  };
  return { server, events, until, secondsAfterSending };
}

test('one’s own message begins the wait, and nobody else’s', () => {
  const { server, until } = adaInASlowKitchen();
  server.send('kitchen', 'ben', 'Slowly');
  expect(until()).toBeNull();
});

test('the wait is as long as the room says now, and over where it is not slow any more', () => {
  const { server, events, until, secondsAfterSending } = adaInASlowKitchen();
  server.send('kitchen', 'ada', 'Yes');
  expect(secondsAfterSending()).toBe(30);
  expect(until([...events(), ...events()])).toBe(until());
  server.update('kitchen', 'ben', { slowModeSeconds: 0 });
  expect(until()).toBeNull();
});
