import { expect, it } from 'vitest';
import { Connection } from '#server/api/sockets/connection.js';
import { Connections } from '#server/api/sockets/connections.js';
import { OnlinePeople } from '#server/presence/index.js';
import { Clock } from '#server/runtime/index.js';
import { GuestsHere } from '#server/users/index.js';
import { aWebSocketPair } from '../support/sockets/socket-pair.js';

const clock = new Clock();
const SILENT = { bearer: undefined, isMisplaced: false };
const ADA = { userId: 'ada', sessionId: 'session', isGuest: false, expiresAt: new Date(8.64e15), bot: null };

it('an account has as many sockets as are open, and none that closed while somebody signed in on it', async () => {
  using pair = await aWebSocketPair();
  const aConnection = () => new Connection(pair.socket, pair.stream, 'here', SILENT, clock);
  const connections = new Connections(new GuestsHere(clock), new OnlinePeople(), { rateLimits: true });
  const [staying, leaving, gone] = [aConnection(), aConnection(), aConnection()];
  for (const connection of [staying, leaving, gone]) connections.add(connection);
  connections.delete(gone);
  for (const connection of [staying, leaving, gone]) {
    connection.viewer = ADA;
    connections.signedIn(connection);
  }
  expect(connections.ofAccount(ADA.userId)).toBe(2);
  expect(connections.ofAddress('here')).toBe(2);
  connections.delete(leaving);
  connections.delete(leaving);
  expect(connections.ofAccount(ADA.userId)).toBe(1);
  expect([...connections]).toEqual([staying]);
});

it('all addresses of one network count as one', async () => {
  using pair = await aWebSocketPair();
  const connections = new Connections(new GuestsHere(clock), new OnlinePeople(), { rateLimits: true });
  const [one, other] = ['2001:db8:1:2::1', '2001:db8:1:2::2'].map(
    (at) => new Connection(pair.socket, pair.stream, at, SILENT, clock),
  );
  if (!one || !other) throw new Error('There are two.');
  connections.add(one);
  connections.add(other);
  expect(connections.ofAddress('2001:db8:1:2:3::')).toBe(2);
  connections.delete(one);
  expect(connections.ofAddress('2001:db8:1:2::1')).toBe(1);
});
