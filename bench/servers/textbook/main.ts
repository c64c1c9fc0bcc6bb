// A chat server as the guides of NestJS, Apollo, MikroORM and graphql-subscriptions show it.
import 'reflect-metadata';
import { MikroORM } from '@mikro-orm/sqlite';
import { NestFactory } from '@nestjs/core';
import { PEOPLE, ROOMS } from '../settings.js';
import { AppModule } from './app.module.js';
import { Room, User } from './entities.js';

const app = await NestFactory.create(AppModule, { logger: ['error', 'warn'] });
const orm = app.get(MikroORM);
await orm.schema.update();
await addPeopleAndRooms();
await app.listen(0, '127.0.0.1');
process.stdout.write(`textbook is ready at ${await app.getUrl()}\n`);

async function addPeopleAndRooms(): Promise<void> {
  const em = orm.em.fork();
  if ((await em.count(User)) > 0) return;
  for (let person = 1; person <= PEOPLE; person += 1) em.create(User, { displayName: `Person ${String(person)}` });
  for (let room = 1; room <= ROOMS; room += 1) em.create(Room, { name: `Room ${String(room)}` });
  await em.flush();
}
