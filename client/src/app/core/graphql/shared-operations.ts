import { inject, Injectable } from '@angular/core';
import type { OperationVariables } from '@apollo/client/core';
import { Observable, Subscription } from 'rxjs';
import { randomId } from '../random-id';
import { Tabs } from '../tabs/tabs';
import type { Operation } from './operation';
import { type Problem, Refusal } from './problem';

type AnyOperation = Operation<unknown, OperationVariables>;

type Ask =
  | {
      readonly kind: 'open';
      readonly id: string;
      readonly operation: AnyOperation;
      readonly variables: OperationVariables;
    }
  | { readonly kind: 'close'; readonly id: string }
  | { readonly kind: 'tell'; readonly operation: AnyOperation; readonly variables: OperationVariables };

type Say = { readonly id: string } & (
  | { readonly kind: 'next'; readonly data: unknown }
  /** A refusal of the server, or null for a connection that was lost. */
  | { readonly kind: 'error'; readonly problem: Problem | null }
  | { readonly kind: 'complete' }
);

/** The connection of this tab. */
export interface Served {
  subscribe(operation: AnyOperation, variables: OperationVariables): Observable<unknown>;
  tell(operation: AnyOperation, variables: OperationVariables): void;
}

/** Subscriptions that go over the connection of the tab that leads, for those that follow it. They end when the tab that asked ends, and when another one leads. */
@Injectable({ providedIn: 'root' })
export class SharedOperations {
  private readonly tabs = inject(Tabs);
  private readonly topic = this.tabs.topic<Ask, Say>('operations');
  /** For other tabs, by their ids. */
  private readonly running = new Map<string, { readonly from: string; readonly subscription: Subscription }>();
  private readonly watched = new Set<string>();

  /** Whether another tab has the connection. */
  get isElsewhere(): boolean {
    return this.tabs.role() === 'follows';
  }

  /** As soon as it is known whether another tab has it. */
  async settled(): Promise<void> {
    await this.tabs.settled();
  }

  tell<V extends OperationVariables>(operation: Operation<unknown, V>, variables: V): void {
    this.topic.ask({ kind: 'tell', operation: plain(operation), variables });
  }

  /** Ends with an error when another tab comes to lead, as it does when a connection is lost. */
  subscribe<T, V extends OperationVariables>(operation: Operation<T, V>, variables: V): Observable<T> {
    return new Observable((subscriber) => {
      const id = randomId();
      const hearing = this.topic.said.subscribe((said) => {
        if (said.id !== id) return;
        // The same operation gives the same type, in whichever tab it runs.
        if (said.kind === 'next') subscriber.next(said.data as T);
        else if (said.kind === 'complete') subscriber.complete();
        else subscriber.error(said.problem ? new Refusal(said.problem) : new Error('The connection was lost.'));
      });
      hearing.add(
        this.tabs.changes.subscribe(() => {
          subscriber.error(new Error('Another tab has the connection now.'));
        }),
      );
      hearing.add(() => {
        this.topic.ask({ kind: 'close', id });
      });
      this.topic.ask({ kind: 'open', id, operation: plain(operation), variables });
      return hearing;
    });
  }

  /** While this tab leads, others use this connection. */
  serve(here: Served): void {
    this.topic.asked.subscribe(({ body, from }) => {
      if (body.kind === 'tell') here.tell(body.operation, body.variables);
      else if (body.kind === 'close') this.close(body.id);
      else this.open(body.id, from, here.subscribe(body.operation, body.variables));
    });
    this.tabs.changes.subscribe((role) => {
      if (role === 'leads') return;
      for (const id of this.running.keys()) this.close(id);
    });
  }

  private open(id: string, from: string, items: Observable<unknown>): void {
    const subscription = new Subscription();
    this.running.set(id, { from, subscription });
    subscription.add(
      items.subscribe({
        next: (data) => {
          this.topic.say({ id, kind: 'next', data }, from);
        },
        error: (error: unknown) => {
          this.running.delete(id);
          this.topic.say({ id, kind: 'error', problem: error instanceof Refusal ? error.problem : null }, from);
        },
        complete: () => {
          this.running.delete(id);
          this.topic.say({ id, kind: 'complete' }, from);
        },
      }),
    );
    this.watch(from);
  }

  private watch(tab: string): void {
    if (this.watched.has(tab)) return;
    this.watched.add(tab);
    this.tabs.whenGone(tab, () => {
      this.watched.delete(tab);
      for (const [id, { from }] of this.running) if (from === tab) this.close(id);
    });
  }

  private close(id: string): void {
    this.running.get(id)?.subscription.unsubscribe();
    this.running.delete(id);
  }
}

/** Without its types, which exist at compile time alone. */
function plain({ name, text }: Operation<unknown, never>): AnyOperation {
  return { name, text };
}
