import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ReactionAdded, ReactionRemoved } from './reactions.events.js';

@Resolver(() => ReactionAdded)
export class ReactionAddedResolver {
  @ResolveField(() => String, { description: 'What they reacted with.' })
  emoji(@Parent() { particulars }: ReactionAdded): string {
    return particulars.emoji;
  }
}

@Resolver(() => ReactionRemoved)
export class ReactionRemovedResolver {
  @ResolveField(() => String, { description: 'What they reacted with until then.' })
  emoji(@Parent() { particulars }: ReactionRemoved): string {
    return particulars.emoji;
  }
}
