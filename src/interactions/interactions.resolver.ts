import { Context, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RoomType } from '../rooms/index.js';
import { CommandInvoked } from './interactions.events.js';
import { ShownInteractions } from './shown-interactions.js';

@Resolver(() => CommandInvoked)
export class CommandInvokedResolver {
  constructor(private readonly shown: ShownInteractions) {}

  @ResolveField(() => ID, { description: 'Where it was typed.' })
  roomId(@Parent() { particulars }: CommandInvoked): string {
    return particulars.roomId;
  }

  @ResolveField('room', () => RoomType, { nullable: true, description: 'Null where the bot is not there any more.' })
  roomOf(@Parent() { particulars, personId }: CommandInvoked, @Context() scope: object): Promise<RoomType | null> {
    return this.shown.roomOf(scope, particulars.roomId, personId);
  }

  @ResolveField(() => ID, { description: 'What to answer with.' })
  interactionId(@Parent() { subjectId }: CommandInvoked): string {
    return subjectId;
  }

  @ResolveField(() => String, { description: 'The name of the command, without the slash.' })
  command(@Parent() { particulars }: CommandInvoked): string {
    return particulars.command;
  }

  @ResolveField(() => String, {
    description: 'What was typed after the command; empty where nothing was, and once it can no longer be answered.',
  })
  async text(@Parent() { subjectId }: CommandInvoked, @Context() scope: object): Promise<string> {
    return (await this.shown.answerable(scope, subjectId))?.text ?? '';
  }

  @ResolveField(() => Boolean, {
    description:
      'Whether it can still be answered: for a day. A bot that comes back later, and finds this false, does nothing.',
  })
  async isAnswerable(@Parent() { subjectId }: CommandInvoked, @Context() scope: object): Promise<boolean> {
    return (await this.shown.answerable(scope, subjectId)) !== null;
  }
}
