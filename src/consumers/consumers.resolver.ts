import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { BotType } from '../bots/index.js';
import { type Actor, Bots, Viewer } from '../caller/index.js';
import { CLOSE_CODES } from '../errors/index.js';
import { FeedItemType, type FeedStep } from '../feed/index.js';
import { AtMost, DateTime, Limited, LooksThrough, OpenedBy, ViewerDependent } from '../graphql/index.js';
import type { ConsumedFeed } from './consumed-feed.js';
import { ConsumerConnections } from './consumer-connections.js';
import { ConsumerLag, MAX_LAG, MAX_LOOKED_AT } from './consumer-lag.js';
import { AcknowledgePayload, ConsumerType, DeleteConsumerPayload } from './consumer.type.js';
import { AcknowledgeInput, DeleteConsumerInput, EventFilterInput } from './consumers.inputs.js';
import { MAX_CONSUMERS, MAX_IN_FLIGHT } from './consumers.policy.js';
import { ConsumersService } from './consumers.service.js';
import { ShownConsumers } from './shown-consumers.js';

@Resolver()
export class ConsumersResolver {
  constructor(
    private readonly service: ConsumersService,
    private readonly shown: ShownConsumers,
  ) {}

  @Query(() => ConsumerType, {
    nullable: true,
    description: "One of the viewer's own; null where there is none of this name.",
  })
  @Bots('EVENTS_READ')
  consumer(
    @Viewer() viewer: Actor,
    @Args('name', { description: 'The name that `consume` made it under.' }) name: string,
  ): Promise<ConsumerType | null> {
    return this.service.consumer(viewer, name);
  }

  @Query(() => [ConsumerType], { description: `The viewer's own, up to ${String(MAX_CONSUMERS)}, by name.` })
  @AtMost(MAX_CONSUMERS)
  @Bots('EVENTS_READ')
  consumers(@Viewer() viewer: Actor, @Context() scope: object): Promise<ConsumerType[]> {
    return this.shown.own(scope, viewer);
  }

  @Mutation(() => AcknowledgePayload, {
    description: `Says up to where a consumer has handled its feed: nothing up to there comes again. It is on disk before the answer comes. Any connection may say so, and once is enough for many
events. Twice is no error, and the place never goes back.`,
  })
  @Limited({ per: 'account', points: 3000, seconds: 60 })
  @Bots('EVENTS_READ')
  async acknowledge(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Which consumer, and up to where.' }) { consumer, cursor }: AcknowledgeInput,
  ): Promise<AcknowledgePayload> {
    return { consumer: await this.service.acknowledge(viewer, consumer, cursor) };
  }

  @Mutation(() => DeleteConsumerPayload, {
    description:
      'Forgets a consumer and its place. A connection that consumes under its name is ended with NOT_FOUND. One that is not there is no error.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  @Bots('EVENTS_READ')
  async deleteConsumer(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Which one.' }) { name }: DeleteConsumerInput,
  ): Promise<DeleteConsumerPayload> {
    await this.service.deleteConsumer(viewer, name);
    return { ok: true };
  }

  @Subscription(() => FeedItemType, {
    resolve: (step: FeedStep) => step,
    description: `The same feed as \`events\`, from a place that the server keeps under a name: each event at least once, in order, until \`acknowledge\` says that it was handled. Whoever remembers the
\`Event.id\` of all that they have handled since they last acknowledged handles each once. First comes what happened since the place, then CAUGHT_UP, then what happens now. Marks can be acknowledged
too, so that a filter that matches nothing still moves on.
One connection at a time: a newer one takes over, and the older one is ended with CONFLICT.
A consumer that is not there is made, up to ${String(MAX_CONSUMERS)} for an account (CONFLICT beyond that); FORBIDDEN for guests. CURSOR_EXPIRED where the server came back from a backup, because what was handled since then is gone: \`deleteConsumer\`, read the
current state, and consume again, with \`from\` where something may have been missed.
${CLOSE_CODES}`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  @Bots('EVENTS_READ')
  @OpenedBy('name', 'filter', 'inFlight', 'from')
  consume(
    @Viewer() viewer: Actor,
    @Args('name', {
      description:
        'What the viewer calls it: 1 to 64 letters from a to z, digits, dots, hyphens and underscores. Capitals count.',
    })
    name: string,
    @Args('filter', {
      type: () => EventFilterInput,
      nullable: true,
      description: 'Which events are wanted; left out, all. It may differ each time.',
    })
    filter: EventFilterInput | null | undefined,
    @Args('inFlight', {
      type: () => Int,
      nullable: true,
      defaultValue: 100,
      description: `How many events may be delivered ahead of what was acknowledged, from 1 to ${MAX_IN_FLIGHT.toLocaleString('en')}: beyond that the next one waits. Marks do not count.`,
    })
    inFlight: number | null | undefined,
    @Args('from', {
      type: () => DateTime,
      nullable: true,
      description: `Where a consumer that is not there begins: with what happened since this moment, by the server's clock, as far as the log goes; left out, or later than now, with what
happens from now on. Ignored where the consumer exists already.`,
    })
    from: Date | null | undefined,
  ): Promise<ConsumedFeed> {
    return this.service.consume(viewer, { name, filter, inFlight: inFlight ?? 100, from });
  }
}

@Resolver(() => ConsumerType)
export class ConsumerResolver {
  constructor(
    private readonly connections: ConsumerConnections,
    private readonly lags: ConsumerLag,
  ) {}

  @ResolveField(() => Int, {
    description: `Events between the place and now that pass the filter of the last \`consume\`: counted up to ${MAX_LAG.toLocaleString('en')}, among the next ${MAX_LOOKED_AT.toLocaleString('en')} events of the
whole server.`,
  })
  @LooksThrough()
  @ViewerDependent()
  lag(@Viewer() viewer: Actor, @Parent() consumer: ConsumerType): Promise<number> {
    return this.lags.of(viewer, consumer);
  }

  @ResolveField(() => Boolean, { description: 'Whether a connection consumes under its name now.' })
  isConnected(@Parent() { id }: ConsumerType): boolean {
    return this.connections.isConnected(id);
  }
}

@Resolver(() => BotType)
export class ConsumersOfBotResolver {
  constructor(private readonly shown: ShownConsumers) {}

  @ResolveField('consumers', () => [ConsumerType], {
    nullable: true,
    description: `The places in its feed that the server keeps, up to ${String(MAX_CONSUMERS)}, by name; for its owner and administrators, null for others.`,
  })
  @ViewerDependent()
  @AtMost(MAX_CONSUMERS)
  consumersOf(
    @Parent() bot: BotType,
    @Context() scope: object,
    @Viewer() viewer: Actor | null,
  ): Promise<ConsumerType[] | null> {
    return this.shown.of(scope, viewer, bot);
  }
}
