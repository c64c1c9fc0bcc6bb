import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Bots, Viewer } from '../../caller/index.js';
import { CostsNothing, DateTime } from '../../graphql/index.js';
import { Clock } from '../../runtime/index.js';
import { CostBudget } from './cost-budget.js';

@ObjectType({
  description:
    'What an account, or a token of a bot, may ask for in 10 seconds, in the points of `extensions.cost`. Beyond that it is RATE_LIMITED.',
})
export class RateLimit {
  @Field(() => Int, { description: 'How many points there are in 10 seconds.' })
  limit!: number;

  @Field(() => Int, { description: 'How many of them are left; 0 where more was asked for than there was.' })
  remaining!: number;

  @Field(() => DateTime, {
    description: "When all of them are back, by the server's clock; now, where none was used.",
  })
  resetAt!: Date;
}

@Resolver()
export class RateLimitResolver {
  constructor(
    private readonly budget: CostBudget,
    private readonly clock: Clock,
  ) {}

  @Query(() => RateLimit, {
    description:
      "What is left of the viewer's budget. Asking costs nothing, and is answered even where nothing is left.",
  })
  @CostsNothing()
  @Bots()
  async rateLimit(@Viewer() viewer: Actor): Promise<RateLimit> {
    const { milliseconds, ...left } = await this.budget.left(viewer);
    return { ...left, resetAt: new Date(this.clock.now().getTime() + milliseconds) };
  }
}
