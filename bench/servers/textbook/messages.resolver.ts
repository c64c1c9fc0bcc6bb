import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { PubSub } from 'graphql-subscriptions';
import type { Message } from './entities.js';
import { MessagesService } from './messages.service.js';
import { MessageType } from './types.js';

interface Sent {
  readonly messageSent: Message;
}

const pubSub = new PubSub<{ messageSent: Sent }>();

@Resolver(() => MessageType)
export class MessagesResolver {
  constructor(private readonly messages: MessagesService) {}

  @Query(() => [MessageType], { name: 'messages' })
  page(
    @Args('roomId', { type: () => ID }) roomId: string,
    @Args('before', { type: () => Int, nullable: true }) before?: number,
  ): Promise<Message[]> {
    return this.messages.page(Number(roomId), before);
  }

  @Mutation(() => MessageType)
  async sendMessage(
    @Args('roomId', { type: () => ID }) roomId: string,
    @Args('authorId', { type: () => ID }) authorId: string,
    @Args('body') body: string,
  ): Promise<Message> {
    const message = await this.messages.send(Number(roomId), Number(authorId), body);
    await pubSub.publish('messageSent', { messageSent: message });
    return message;
  }

  /** One topic and a filter, as the guide has it. */
  @Subscription(() => MessageType, {
    filter: ({ messageSent }: Sent, { roomId }: { roomId: string }) => messageSent.room.id === Number(roomId),
  })
  messageSent(@Args('roomId', { type: () => ID }) roomId: string): AsyncIterator<Sent> {
    if (!/^\d+$/.test(roomId)) throw new Error('Room not found.');
    return pubSub.asyncIterableIterator('messageSent');
  }

  @ResolveField(() => Int)
  number(@Parent() { id }: Message): number {
    return id;
  }
}
