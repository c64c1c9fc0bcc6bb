import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { PubSub } from 'graphql-subscriptions';
import type { Message } from './entities.js';
import { MessagesService } from './messages.service.js';
import { MessageType } from './types.js';

const pubSub = new PubSub<Record<string, { messageSent: Message }>>();

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
    await pubSub.publish(`room.${roomId}`, { messageSent: message });
    return message;
  }

  @Subscription(() => MessageType)
  messageSent(@Args('roomId', { type: () => ID }) roomId: string): AsyncIterator<{ messageSent: Message }> {
    return pubSub.asyncIterableIterator(`room.${roomId}`);
  }

  @ResolveField(() => Int)
  number(@Parent() { id }: Message): number {
    return id;
  }
}
