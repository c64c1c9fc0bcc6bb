import { Injectable } from '@nestjs/common';
import { type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql';
import { SubscriberContext, Subscriptions, untilOver } from '../../feed/index.js';
import { executePlanned, holdsSharedParts, sharedJson } from '../../graphql/index.js';
import { Admission, type AdmittedOperation, type AskedOperation } from '../limits/admission.js';
import type { LiveConnection } from './live-connection.js';

/** What an operation is, and where it came from. */
interface Origin {
  readonly id: string;
  readonly asked: AskedOperation;
  readonly connection: LiveConnection;
  /** What a subscription costs its account is given back. */
  readonly release: () => void;
}

/** Executes what came over sockets and streams and is within the limits, as soon as it is let in. */
@Injectable()
export class SocketExecution {
  private readonly origins = new WeakMap<SubscriberContext, Origin>();

  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly admission: Admission,
  ) {}

  /** Counts an operation for its connection. Here and not where it starts, because many may come before the first of them does. */
  expect(context: SubscriberContext, origin: Origin): void {
    origin.connection.underWay.add(origin.id);
    this.origins.set(context, origin);
  }

  /** Queries and mutations tell what they cost; events do not, whose bytes many share. */
  execute(args: ExecutionArgs): Promise<ExecutionResult | AsyncGenerator<never, void, void>> {
    return this.admitted<ExecutionResult | AsyncGenerator<never, void, void>>(args, async (operation, context) => {
      const result = await executePlanned(args);
      const tooLarge = operation.answer(result.data, () => arrived(context));
      const extensions = { cost: operation.cost };
      if (tooLarge) return { errors: [tooLarge], extensions };
      return holdsSharedParts(result) ? beside({ ...result, extensions }, context) : { ...result, extensions };
    });
  }

  async subscribe(args: ExecutionArgs): Promise<AsyncGenerator<never, void, void> | ExecutionResult> {
    const { id, connection, release } = this.originOf(args);
    try {
      const opened = await this.admitted(args, () => this.subscriptions.subscribe(args));
      if (Symbol.asyncIterator in opened) return connection.subscriptions.hold(id, opened, release);
      release();
      return opened;
    } catch (error) {
      release();
      throw error;
    }
  }

  private async admitted<Result>(
    args: ExecutionArgs,
    run: (operation: AdmittedOperation, context: SubscriberContext) => Promise<Result>,
  ): Promise<Result | ExecutionResult> {
    const { id, asked, connection, context } = this.originOf(args);
    try {
      const admitted = await this.admission.admit(context, asked);
      return admitted instanceof GraphQLError ? { errors: [admitted] } : await run(admitted, context);
    } finally {
      connection.underWay.delete(id);
    }
  }

  private originOf({ contextValue: context }: ExecutionArgs): Origin & { readonly context: SubscriberContext } {
    const origin = context instanceof SubscriberContext ? this.origins.get(context) : undefined;
    if (!origin || !(context instanceof SubscriberContext)) throw new Error('An operation came without a connection.');
    return { ...origin, context };
  }
}

/** An answer that holds what others are answered too: put into bytes here, where that is done once, and not by graphql-ws. */
function beside(answer: ExecutionResult, { sink }: SubscriberContext): AsyncGenerator<never, void, void> {
  const follow = (): Promise<void> => {
    sink.send({ bytes: Buffer.from(sharedJson(answer)) });
    return sink.drained();
  };
  return untilOver({ follow, close: nothing }, nothing);
}

function nothing(): void {
  // What was answered leaves nothing open.
}

/** Resolves when the socket has taken the answer, which graphql-ws puts there after this turn of the event loop. */
async function arrived({ sink }: SubscriberContext): Promise<void> {
  await new Promise(setImmediate);
  await sink.drained();
}
