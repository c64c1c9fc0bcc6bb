import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Outcome } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { listInText } from '../../shared/language/lists';
import { dayInText, momentInText } from '../../shared/text/dates';
import { ServerClock } from '../../shared/time/server-clock';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { DoneNote } from '../../shared/ui/feedback/done-note';
import { FormError } from '../../shared/ui/feedback/form-error';
import { Attempt } from './attempt';
import { BotsStore, type OwnBot, type OwnBotToken } from './bots.store';
import { OutgoingWebhooks } from './outgoing-webhooks';
import { wordsOf } from './scopes';
import { TokenForm } from './token-form';

/** One bot, with its tokens and webhooks and the ways to end them. */
@Component({
  selector: 'app-bot-card',
  imports: [Avatar, DoneNote, FormError, MatButton, OutgoingWebhooks, TokenForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './bot-card.html',
  styleUrl: './bots-page.scss',
})
export class BotCard {
  readonly bot = input.required<OwnBot>();
  private readonly store = inject(BotsStore);
  private readonly session = inject(SessionStore);
  private readonly confirm = inject(Confirm);
  private readonly clock = inject(ServerClock);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  protected readonly last = new Attempt();
  /** Whether somebody looks at what it sends, and whether anybody has. */
  protected readonly isSendingOpen = signal(false);
  protected readonly wasSendingOpen = linkedSignal<boolean, boolean>({
    source: this.isSendingOpen,
    computation: (isOpen, before) => isOpen || (before?.value ?? false),
  });
  protected readonly name = computed(() => this.bot().user.displayName);
  protected readonly isOwn = computed(() => this.bot().owner.id === this.session.userId());
  protected readonly isDisabled = computed(() => this.bot().disabledAt !== null);
  protected readonly made = computed(() => dayInText(this.bot().createdAt, this.clock.now()));
  protected readonly webhooks = computed(() =>
    (this.bot().incomingWebhooks ?? []).map((webhook) => ({ ...webhook, used: this.used(webhook.lastUsedAt, null) })),
  );
  protected readonly deletion = computed(() => $localize`Delete the webhook ${this.name()}:name:`);
  protected readonly tokensOfBot = computed(() => $localize`Tokens of ${this.name()}:name:`);
  protected readonly tokens = computed(() => (this.bot().tokens ?? []).map((token) => this.row(token)));

  protected async disable(): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Disable ${this.name()}:name:?`,
      text: $localize`Its tokens stop working at once, and it can’t be enabled again. What it wrote stays.`,
      verb: $localize`Disable bot`,
    });
    if (sure) await this.attempt(() => this.store.disable(this.bot()), $localize`${this.name()}:name: is disabled.`);
  }

  protected async revoke({ id, name }: OwnBotToken): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Revoke “${name}:token:”?`,
      text: $localize`Whatever uses this token is disconnected at once.`,
      verb: $localize`Revoke token`,
    });
    if (sure) await this.attempt(() => this.store.revokeToken(id), $localize`“${name}:token:” is revoked.`);
  }

  protected async deleteWebhook(webhookId: string): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Delete ${this.name()}:name:?`,
      text: $localize`Whatever posts to its address gets an error from now on. What it wrote stays.`,
      verb: $localize`Delete webhook`,
    });
    if (sure)
      await this.attempt(
        () => this.store.deleteWebhook(this.bot(), webhookId),
        $localize`${this.name()}:name: is deleted.`,
      );
  }

  private async attempt(work: () => Promise<Outcome<unknown>>, words: string): Promise<void> {
    if (await this.last.make(work, words)) {
      // The button that was pressed goes with what it was for.
      this.title().nativeElement.focus({ preventScroll: true });
    }
  }

  private row(token: OwnBotToken) {
    const { scopes, rooms, expiresAt, lastUsedAt, lastUsedFrom } = token;
    return {
      token,
      scopes: wordsOf(scopes),
      rooms: where(rooms),
      used: this.used(lastUsedAt, lastUsedFrom),
      end: this.end(expiresAt),
      revocation: $localize`Revoke the token ${token.name}:token:`,
    };
  }

  private used(at: string | null, from: string | null): string {
    if (at === null) return $localize`Never used`;
    const when = momentInText(at, this.clock.now());
    return from === null
      ? $localize`Last used ${when}:when:`
      : $localize`Last used ${when}:when: from ${from}:address:`;
  }

  private end(at: string | null): string {
    if (at === null) return $localize`Until it’s revoked`;
    return $localize`Until ${dayInText(at, this.clock.now())}:day:`;
  }
}

function where(rooms: OwnBotToken['rooms']): string {
  if (rooms === null) return $localize`In every room of the bot`;
  return $localize`In ${listInText(rooms.map(({ name }) => name))}:rooms:`;
}
