import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { faultOf } from '../../core/graphql/fault-of';
import type { Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { SessionStore } from '../../core/session/session.store';
import { momentInText } from '../../shared/text/dates';
import { ServerClock } from '../../shared/time/server-clock';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { DoneNote } from '../../shared/ui/feedback/done-note';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextArea } from '../../shared/ui/field/text-area';
import { TextField } from '../../shared/ui/field/text-field';
import { Attempt } from './attempt';
import type { OwnBot } from './bots.store';
import { OutgoingWebhooksStore, type OwnWebhook } from './outgoing-webhooks.store';
import { SecretNote } from './secret-note';

type OwnDelivery = OwnWebhook['deliveries']['nodes'][number];

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
export class OutgoingWebhooks {
  readonly bot = input.required<OwnBot>();
  /** What has become of the deliveries is read whenever this is opened. */
  readonly isOpen = input.required<boolean>();
  protected readonly store = inject(OutgoingWebhooksStore);
  private readonly session = inject(SessionStore);
  private readonly confirm = inject(Confirm);
  private readonly clock = inject(ServerClock);

  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  protected readonly url = signal('');
  protected readonly selection = signal(SELECTION);
  private readonly isCreating = signal(false);
  protected readonly busy = computed(() => this.isCreating() || this.last.busy());
  protected readonly secret = signal<string | null>(null);
  protected readonly last = new Attempt();
  /** Of the form. */
  protected readonly faults = signal<Problem | null>(null);
  protected readonly fault = computed(() => faultOf(this.faults(), ['url', 'selection']));
  protected readonly isOwn = computed(() => this.bot().owner.id === this.session.userId());
  protected readonly listed = computed(() => $localize`Outgoing webhooks of ${this.bot().user.displayName}:name:`);
  protected readonly rows = computed(() =>
    (this.store.webhooks() ?? []).map((webhook) => rowOf(webhook, this.clock.now())),
  );

  constructor() {
    effect(() => {
      if (!this.isOpen()) return;
      untracked(() => void this.store.load(this.bot().id));
    });
  }

  protected async create(): Promise<void> {
    if (this.busy()) return;
    this.secret.set(null);
    const url = this.url().trim();
    this.faults.set(firstEmpty([{ field: 'url', value: url, sentence: $localize`Enter an address.` }]));
    if (this.faults()) return;
    this.isCreating.set(true);
    const outcome = await this.store.create({ botId: this.bot().id, url, selection: this.selection() });
    this.isCreating.set(false);
    if (!outcome.ok) {
      this.faults.set(outcome.problem);
      return;
    }
    this.secret.set(outcome.value);
    this.url.set('');
  }

  protected async pause(webhook: OwnWebhook): Promise<void> {
    const isPaused = webhook.state !== 'PAUSED';
    const words = isPaused ? $localize`The webhook is paused.` : $localize`The webhook is active again.`;
    await this.last.make(() => this.store.pause(webhook, isPaused), words);
  }

  protected async sendAgain(webhook: OwnWebhook, deliveryId: string): Promise<void> {
    await this.last.make(() => this.store.redeliver(webhook, deliveryId), $localize`It’s being sent again.`);
  }

  protected async delete(webhook: OwnWebhook): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Delete this outgoing webhook?`,
      text: $localize`Nothing more is sent to ${webhook.url}:address:, not even what is waiting.`,
      verb: $localize`Delete webhook`,
    });
    if (!sure || !(await this.last.make(() => this.store.delete(webhook), $localize`The webhook is deleted.`))) return;
    // The button that was pressed goes with what it was for.
    this.list().nativeElement.focus({ preventScroll: true });
  }
}

function rowOf(webhook: OwnWebhook, now: Date) {
  const { url, state, lag, deliveries } = webhook;
  const isPaused = state === 'PAUSED';
  return {
    webhook,
    state: stateInText(state),
    lag: $localize`${String(lag)}:count: waiting`,
    pauseVerb: isPaused ? $localize`Resume` : $localize`Pause`,
    pausing: isPaused
      ? $localize`Resume the webhook to ${url}:address:`
      : $localize`Pause the webhook to ${url}:address:`,
    deletion: $localize`Delete the webhook to ${url}:address:`,
    deliveries: deliveries.nodes.map((delivery) => ({
      id: delivery.id,
      isDead: delivery.state === 'DEAD',
      words: deliveryInText(delivery, now),
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
function deliveryInText({ state, error, nextAttemptAt }: OwnDelivery, now: Date): string {
  switch (state) {
    case 'DELIVERED':
      return $localize`Delivered`;
    case 'PENDING':
      if (error === null) return $localize`Waiting`;
      return nextAttemptAt === null
        ? $localize`Will be tried again: ${error}:reason:`
        : $localize`Next attempt ${momentInText(nextAttemptAt, now)}:when: (${error}:reason:)`;
    case 'DEAD':
      return $localize`Not delivered: ${error ?? ''}:reason:`;
  }
}
