import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAX_DISPLAY_NAME_LENGTH, mayModerate } from '#rules';
import { faultOf } from '../../core/graphql/fault-of';
import type { Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { SelectField } from '../../shared/ui/field/select-field';
import { TextField } from '../../shared/ui/field/text-field';
import { PageSection } from '../../shared/ui/page/page-section';
import { BotsStore } from './bots.store';
import { SecretNote } from './secret-note';

/** Makes an address by which other services post into a room, and shows it once, with a line that tries it. */
@Component({
  selector: 'app-webhook-form',
  imports: [FocusFirstError, FormError, MatButton, PageSection, SecretNote, SelectField, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section
      heading="Create an incoming webhook"
      i18n-heading
      lead="An address that other services post to: whatever can post to Slack works, and so does GitHub. It posts in one room that you own or moderate."
      i18n-lead
    >
      @if (choices().length > 0) {
        <form [appFocusFirstError]="problem()" (submit)="$event.preventDefault(); create()" novalidate>
          @if (fault().form; as sentence) {
            <app-form-error>{{ sentence }}</app-form-error>
          }
          <app-text-field
            label="Name"
            i18n-label
            name="webhook-name"
            hint="Its messages have this name."
            i18n-hint
            [maxlength]="maxName"
            [(value)]="name"
            [error]="fault().at('displayName')"
          />
          <app-select-field label="Room" i18n-label name="webhook-room" [choices]="choices()" [(value)]="roomId" />
          <button matButton="filled" class="submit" type="submit" disabledInteractive [disabled]="busy()">
            {{ verb() }}
          </button>
        </form>
      } @else {
        <p i18n>You don’t own or moderate a room yet.</p>
      }
      <app-secret-note
        lead="Copy this now. The address in it is secret, and you won’t see it again. The line posts a first message."
        i18n-lead
        label="Copy line"
        i18n-label
        [text]="line()"
      />
    </app-page-section>
  `,
  styleUrl: './bots-page.scss',
})
export class WebhookForm {
  private readonly store = inject(BotsStore);
  protected readonly maxName = MAX_DISPLAY_NAME_LENGTH;
  protected readonly choices = computed(() =>
    this.store
      .rooms()
      .filter(({ viewerMembership }) => viewerMembership !== null && mayModerate(viewerMembership.role))
      .map(({ id, name }) => ({ value: id, words: name })),
  );
  protected readonly name = signal('');
  protected readonly roomId = linkedSignal(() => this.choices()[0]?.value ?? '');
  protected readonly busy = signal(false);
  protected readonly verb = computed(() => (this.busy() ? $localize`Creating …` : $localize`Create webhook`));
  protected readonly line = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fault = computed(() => faultOf(this.problem(), ['displayName']));

  protected async create(): Promise<void> {
    if (this.busy()) return;
    this.line.set(null);
    const name = this.name().trim();
    this.problem.set(firstEmpty([{ field: 'displayName', value: name, sentence: $localize`Enter a name.` }]));
    if (this.problem()) return;
    this.busy.set(true);
    const outcome = await this.store.createWebhook({ roomId: this.roomId(), name });
    this.busy.set(false);
    if (!outcome.ok) {
      this.problem.set(outcome.problem);
      return;
    }
    const address = new URL(outcome.value, document.baseURI).href;
    this.line.set(`curl -H 'Content-Type: application/json' -d '{"text":"Hello"}' ${address}`);
    this.name.set('');
  }
}
