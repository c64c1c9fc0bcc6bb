// A chat server as the tutorial of Socket.IO builds it, recovery of connections included, but on raw's store, which is faster than the tutorial's.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listen } from '../raw/door.js';
import { messageJson } from '../raw/protocol.js';
import { Store } from '../raw/store.js';
import { FILE, PEOPLE, SYNCHRONOUS } from '../settings.js';
import type { FromClient, ToClient } from './events.js';

const store = new Store(FILE, SYNCHRONOUS, PEOPLE);
const server = createServer();
const io = new Server<FromClient, ToClient>(server, { connectionStateRecovery: {} });

io.on('connection', (socket) => {
  const { person } = socket.handshake.auth as { person: string };
  socket.on('subscribe', async (room, callback) => {
    await socket.join(room);
    callback();
  });
  socket.on('send', (room, body, callback) => {
    const message = store.add(room, person, body);
    io.to(room).emit('message', messageJson(message));
    callback({ id: message.id, number: message.number });
  });
  socket.on('latest', (room, callback) => {
    callback(store.latest(room).map(messageJson));
  });
  socket.on('before', (room, number, callback) => {
    callback(store.before(room, number).map(messageJson));
  });
});

listen(server, 'Socket.IO');
