// The same protocol as raw: what one tick has for a socket goes out in one write, and its inserts go into one transaction.
import { WebSocketServer } from 'ws';
import { httpServer, listen, personOf, textOf } from '../raw/door.js';
import { messageJson, request } from '../raw/protocol.js';
import { FILE, PEOPLE, SYNCHRONOUS } from '../settings.js';
import { Store } from '../raw/store.js';
import { textFrame } from './text-frame.js';
import { Tick } from './tick.js';
import { Room } from './room.js';

const store = new Store(FILE, SYNCHRONOUS, PEOPLE);
const rooms = new Map<string, Room>();
const tick = new Tick(store);
const server = httpServer();
const sockets = new WebSocketServer({ server });

sockets.on('connection', (socket, { socket: stream, url }) => {
  const person = personOf(url);
  const joined: Room[] = [];
  const reply = (answer: object) => {
    stream.write(textFrame(JSON.stringify(answer)));
  };
  socket.on('message', (data) => {
    const asked = request.parse(JSON.parse(textOf(data)));
    switch (asked.do) {
      case 'subscribe': {
        const room = roomOf(asked.room);
        room.enter(stream);
        joined.push(room);
        reply({ ref: asked.ref });
        break;
      }
      case 'send':
        tick.insert(() => {
          const message = store.add(asked.room, person, asked.body);
          tick.answer(stream, textFrame(JSON.stringify({ ref: asked.ref, id: message.id, number: message.number })));
          tick.tell(roomOf(asked.room), textFrame(JSON.stringify({ message: messageJson(message) })));
        });
        break;
      case 'latest':
        reply({ ref: asked.ref, messages: store.latest(asked.room).map(messageJson) });
        break;
      case 'before':
        reply({ ref: asked.ref, messages: store.before(asked.room, asked.number).map(messageJson) });
        break;
      case 'after':
        reply({ ref: asked.ref, messages: store.after(asked.room, asked.number).map(messageJson) });
        break;
    }
  });
  socket.on('close', () => {
    for (const room of joined) room.leave(stream);
  });
});

listen(server, 'batched');

function roomOf(name: string): Room {
  const room = rooms.get(name) ?? new Room();
  rooms.set(name, room);
  return room;
}
