import { EntityManager } from '@mikro-orm/sqlite';
import { Injectable } from '@nestjs/common';
import { Message, Room, User } from './entities.js';

const PAGE = 50;

@Injectable()
export class MessagesService {
  constructor(private readonly em: EntityManager) {}

  async send(roomId: number, authorId: number, body: string): Promise<Message> {
    const em = this.em.fork();
    const room = await em.findOneOrFail(Room, roomId);
    const author = await em.findOneOrFail(User, authorId);
    const message = em.create(Message, { room, author, body, createdAt: new Date() });
    await em.flush();
    return message;
  }

  async page(roomId: number, before: number | undefined): Promise<Message[]> {
    const messages = await this.em
      .fork()
      .find(
        Message,
        { room: roomId, ...(before !== undefined && { id: { $lt: before } }) },
        { orderBy: { id: 'desc' }, limit: PAGE, populate: ['author'] },
      );
    return messages.reverse();
  }
}
