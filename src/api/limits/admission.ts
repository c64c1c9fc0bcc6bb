import { Injectable } from '@nestjs/common';
import { type DocumentNode, type GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { GraphQLContext } from '../../caller/index.js';
import { networkOf } from '../../runtime/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { refusalOfSize, sizeOf } from './answer-size.js';
import type { Cost } from './cost.js';
import { refusalToBot } from './asked-of-bots.js';
import { CostBudget } from './cost-budget.js';
import { tooMuchForNow } from './too-much-for-now.js';
import { type Reader, UnreadAnswers } from './unread-answers.js';

/** What somebody asks for. */
export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly cost: Cost;
  readonly kind: OperationTypeNode;
  /** It only lets somebody in or out. */
  readonly isSignIn: boolean;
}

/** More than that a sign-in has no need to ask for. */
const MAX_SIGN_IN_BYTES = 200;

/** An operation that was let in. */
export interface AdmittedOperation {
  readonly cost: Cost;
  /** To be called with what it came to. Tells why that may not go out, or counts it until it has arrived. */
  answer(data: unknown, arrived: () => Promise<unknown>): GraphQLError | undefined;
}

/** Lets operations in: each caller may ask for so much, and leave so much unread. The same for HTTP and sockets. */
@Injectable()
export class Admission {
  private readonly unread = new UnreadAnswers();

  constructor(
    private readonly budget: CostBudget,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** Resolves when the operation may be executed, or with why it may not. */
  async admit(context: GraphQLContext, asked: AskedOperation): Promise<AdmittedOperation | GraphQLError> {
    const { cost, kind, isSignIn } = asked;
    const forbidden = refusalToBot(context.viewer, asked);
    if (forbidden) return forbidden;
    const reader = { account: context.viewer?.userId ?? null, network: networkOf(context.address) };
    const staysOpen = isSignIn && cost.requested <= MAX_SIGN_IN_BYTES;
    const refusal = staysOpen ? undefined : await this.refusalOf(context, reader, cost);
    if (refusal) return refusal;
    return {
      cost,
      answer: (data, arrived) => {
        const bytes = sizeOf(data);
        // What was changed is told, however long it is.
        const tooLarge = kind === OperationTypeNode.QUERY ? refusalOfSize(bytes) : undefined;
        if (!tooLarge) this.unread.count(reader, bytes, arrived);
        return tooLarge;
      },
    };
  }

  private async refusalOf(
    context: GraphQLContext,
    reader: Reader,
    { requested }: Cost,
  ): Promise<GraphQLError | undefined> {
    const refusal = await this.budget.spend(context, requested);
    if (refusal) return refusal;
    return this.settings.rateLimits && this.unread.areTooMany(reader) ? tooMuchForNow(1) : undefined;
  }
}
