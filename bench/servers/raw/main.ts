// A chat server as one would write it by hand: JSON made once for each message, one write for each socket.
import { type WebSocket, WebSocketServer } from 'ws';
import { httpServer, listen, personOf, textOf } from './door.js';
import { messageJson, request } from './protocol.js';
import { FILE, PEOPLE, SYNCHRONOUS } from '../settings.js';
import { Store } from './store.js';

const store = new Store(FILE, SYNCHRONOUS, PEOPLE);
const rooms = new Map<string, Set<WebSocket>>();
const server = httpServer();
const sockets = new WebSocketServer({ server });

sockets.on('connection', (socket, { url }) => {
  const person = personOf(url);
  const joined: Set<WebSocket>[] = [];
  socket.on('message', (data) => {
    const asked = request.parse(JSON.parse(textOf(data)));
    switch (asked.do) {
      case 'subscribe': {
        const room = roomOf(asked.room);
        room.add(socket);
        joined.push(room);
        reply(socket, { ref: asked.ref });
        break;
      }
      case 'send': {
        const message = store.add(asked.room, person, asked.body);
        reply(socket, { ref: asked.ref, id: message.id, number: message.number });
        const frame = Buffer.from(JSON.stringify({ message: messageJson(message) }));
        for (const reader of roomOf(asked.room)) reader.send(frame, { binary: false });
        break;
      }
      case 'latest':
        reply(socket, { ref: asked.ref, messages: store.latest(asked.room).map(messageJson) });
        break;
      case 'before':
        reply(socket, { ref: asked.ref, messages: store.before(asked.room, asked.number).map(messageJson) });
        break;
      case 'after':
        reply(socket, { ref: asked.ref, messages: store.after(asked.room, asked.number).map(messageJson) });
        break;
    }
  });
  socket.on('close', () => {
    for (const room of joined) room.delete(socket);
  });
});

listen(server, 'raw');

function roomOf(name: string): Set<WebSocket> {
  const room = rooms.get(name) ?? new Set<WebSocket>();
  rooms.set(name, room);
  return room;
}

function reply(socket: WebSocket, answer: object): void {
  socket.send(JSON.stringify(answer));
}
