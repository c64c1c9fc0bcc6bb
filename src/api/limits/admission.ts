import { Injectable } from '@nestjs/common';
import { type GraphQLError, OperationTypeNode } from 'graphql';
import { type GraphQLContext, networkOf } from '../../common/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { refusalOfSize, sizeOf } from './answer-size.js';
import type { Cost } from './cost.js';
import { CostBudget } from './cost-budget.js';
import { tooMuchForNow } from './too-much-for-now.js';
import { UnreadAnswers } from './unread-answers.js';

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
  async admit(context: GraphQLContext, cost: Cost, kind: OperationTypeNode): Promise<AdmittedOperation | GraphQLError> {
    const refusal = await this.budget.spend(context, cost.requested);
    if (refusal) return refusal;
    const network = networkOf(context.address);
    if (this.settings.rateLimits && this.unread.areTooMany(network)) return tooMuchForNow(1);
    return {
      cost,
      answer: (data, arrived) => {
        const bytes = sizeOf(data);
        // What was changed is told, however long it is.
        const tooLarge = kind === OperationTypeNode.QUERY ? refusalOfSize(bytes) : undefined;
        if (!tooLarge) this.unread.count(network, bytes, arrived);
        return tooLarge;
      },
    };
  }
}
