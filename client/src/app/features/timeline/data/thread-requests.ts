import { inject, Injectable } from '@angular/core';
import {
  LatestRepliesDocument,
  NewerRepliesDocument,
  OlderRepliesDocument,
  RepliesAroundDocument,
  RepliesAtDocument,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { ThreadPage } from '../../../core/graphql/model';
import { done, type Outcome, problem, refused } from '../../../core/graphql/problem';

@Injectable({ providedIn: 'root' })
export class ThreadRequests {
  private readonly graphql = inject(GraphQL);

  async older(id: string, before: string): Promise<Outcome<ThreadPage>> {
    return pageOf(await this.graphql.query(OlderRepliesDocument, { id, before }));
  }

  async newer(id: string, after: string): Promise<Outcome<ThreadPage>> {
    return pageOf(await this.graphql.query(NewerRepliesDocument, { id, after }));
  }

  async latest(id: string): Promise<Outcome<ThreadPage>> {
    return pageOf(await this.graphql.query(LatestRepliesDocument, { id }));
  }

  async around(id: string, number: number): Promise<Outcome<ThreadPage>> {
    return pageOf(await this.graphql.query(RepliesAroundDocument, { id, number }));
  }

  async at(id: string, time: Date): Promise<Outcome<ThreadPage>> {
    return pageOf(await this.graphql.query(RepliesAtDocument, { id, time: time.toISOString() }));
  }
}

function pageOf(outcome: Outcome<{ thread: { messages: ThreadPage } | null }>): Outcome<ThreadPage> {
  if (!outcome.ok) return outcome;
  const { thread } = outcome.value;
  return thread ? done(thread.messages) : refused(problem('NOT_FOUND', $localize`There is nothing in this thread.`));
}
