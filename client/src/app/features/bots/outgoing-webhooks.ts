import { ChangeDetectionStrategy, Component, computed, inject, input, type OnInit, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { faultOf } from '../../core/graphql/fault-of';
import type { Outcome, Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { SessionStore } from '../../core/session/session.store';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { DoneNote } from '../../shared/ui/feedback/done-note';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextArea } from '../../shared/ui/field/text-area';
import { TextField } from '../../shared/ui/field/text-field';
import type { OwnBot } from './bots.store';
import { OutgoingWebhooksStore, type OwnWebhook } from './outgoing-webhooks.store';
import { SecretNote } from './secret-note';

const SELECTION = `{
  __typename
  id
  at
  ... on MessageSent { room { id } message { id body author { username } } }
}`;

/** The addresses that what a bot sees is posted to, what became of the last deliveries, and how to make another one. */
@Component({
  selector: 'app-outgoing-webhooks',
  imports: [DoneNote, FocusFirstError, FormError, MatButton, SecretNote, TextArea, TextField],
  providers: [OutgoingWebhooksStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './outgoing-webhooks.html',
  styleUrl: './bots-page.scss',
})
export class OutgoingWebhooks implements OnInit {
  readonly bot = input.required<OwnBot>();
  protected readonly store = inject(OutgoingWebhooksStore);
  private readonly session = inject(SessionStore);
  private readonly confirm = inject(Confirm);

  protected readonly url = signal('');
  protected readonly selection = signal(SELECTION);
  protected readonly busy = signal(false);
  protected readonly secret = signal<string | null>(null);
  protected readonly done = signal('');
  /** Of what was done with one of them, and of the form. */
  protected readonly problem = signal<Problem | null>(null);
  protected readonly faults = signal<Problem | null>(null);
  protected readonly fault = computed(() => faultOf(this.faults(), ['url', 'selection']));
  protected readonly isOwn = computed(() => this.bot().owner.id === this.session.userId());
  protected readonly listed = computed(() => $localize`Outgoing webhooks of ${this.bot().user.displayName}:name:`);
  protected readonly rows = computed(() => (this.store.webhooks() ?? []).map((webhook) => rowOf(webhook)));

  ngOnInit(): void {
    void this.store.load(this.bot().id);
  }

  protected async create(): Promise<void> {
    if (this.busy()) return;
    this.secret.set(null);
    const url = this.url().trim();
    this.faults.set(firstEmpty([{ field: 'url', value: url, sentence: $localize`Enter an address.` }]));
    if (this.faults()) return;
    this.busy.set(true);
    const outcome = await this.store.create({ botId: this.bot().id, url, selection: this.selection() });
    this.busy.set(false);
    if (!outcome.ok) {
      this.faults.set(outcome.problem);
      return;
    }
    this.secret.set(outcome.value);
    this.url.set('');
  }

  protected async pause(webhook: OwnWebhook): Promise<void> {
    const isPaused = webhook.state !== 'PAUSED';
    const words = isPaused ? $localize`The webhook is paused.` : $localize`The webhook sends again.`;
    await this.attempt(() => this.store.pause(webhook, isPaused), words);
  }

  protected async sendAgain(webhook: OwnWebhook, deliveryId: string): Promise<void> {
    await this.attempt(() => this.store.redeliver(webhook, deliveryId), $localize`It’s being sent again.`);
  }

  protected async delete(webhook: OwnWebhook): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Delete this outgoing webhook?`,
      text: $localize`Nothing more is sent to ${webhook.url}:address:, not even what is waiting.`,
      verb: $localize`Delete webhook`,
    });
    if (sure) await this.attempt(() => this.store.delete(webhook), $localize`The webhook is deleted.`);
  }

  private async attempt(work: () => Promise<Outcome<unknown>>, words: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.done.set('');
    this.problem.set(null);
    const outcome = await work();
    this.busy.set(false);
    if (outcome.ok) this.done.set(words);
    else this.problem.set(outcome.problem);
  }
}

function rowOf(webhook: OwnWebhook) {
  const { url, state, lag, deliveries } = webhook;
  const isPaused = state === 'PAUSED';
  return {
    webhook,
    state: stateInText(state),
    lag: $localize`${String(lag)}:count: waiting`,
    pauseVerb: isPaused ? $localize`Continue` : $localize`Pause`,
    pausing: isPaused
      ? $localize`Continue the webhook to ${url}:address:`
      : $localize`Pause the webhook to ${url}:address:`,
    deletion: $localize`Delete the webhook to ${url}:address:`,
    deliveries: deliveries.nodes.map((delivery) => ({
      id: delivery.id,
      isDead: delivery.state === 'DEAD',
      words: deliveryInText(delivery),
    })),
  };
}

function stateInText(state: OwnWebhook['state']): string {
  switch (state) {
    case 'ACTIVE':
      return $localize`Active`;
    case 'PAUSED':
      return $localize`Paused`;
    case 'FAILING':
      return $localize`Failing for a day or longer`;
  }
}

/** The receiver's answer is technical, and stands as the server words it. */
function deliveryInText({ state, error }: OwnWebhook['deliveries']['nodes'][number]): string {
  switch (state) {
    case 'DELIVERED':
      return $localize`Delivered`;
    case 'PENDING':
      return error === null ? $localize`Waiting` : $localize`Will be tried again: ${error}:reason:`;
    case 'DEAD':
      return $localize`Not delivered: ${error ?? ''}:reason:`;
  }
}
