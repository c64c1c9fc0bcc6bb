import { defineEntity } from '@mikro-orm/core';

const userSchema = defineEntity({
  name: 'User',
  properties: (p) => ({ id: p.integer().primary().autoincrement(), displayName: p.string() }),
});

export class User extends userSchema.class {}
userSchema.setClass(User);

const roomSchema = defineEntity({
  name: 'Room',
  properties: (p) => ({ id: p.integer().primary().autoincrement(), name: p.string() }),
});

export class Room extends roomSchema.class {}
roomSchema.setClass(Room);

const messageSchema = defineEntity({
  name: 'Message',
  properties: (p) => ({
    id: p.integer().primary().autoincrement(),
    room: () => p.manyToOne(Room),
    author: () => p.manyToOne(User),
    body: p.text(),
    createdAt: p.datetime(),
  }),
});

export class Message extends messageSchema.class {}
messageSchema.setClass(Message);
