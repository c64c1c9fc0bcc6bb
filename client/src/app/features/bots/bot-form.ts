import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAX_ABOUT_LENGTH, MAX_DISPLAY_NAME_LENGTH, MAX_USERNAME_LENGTH } from '#rules';
import { faultOf } from '../../core/graphql/fault-of';
import type { Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { DoneNote } from '../../shared/ui/feedback/done-note';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextArea } from '../../shared/ui/field/text-area';
import { TextField } from '../../shared/ui/field/text-field';
import { PageSection } from '../../shared/ui/page/page-section';
import { BotsStore } from './bots.store';

/** Makes a bot. */
@Component({
  selector: 'app-bot-form',
  imports: [DoneNote, FocusFirstError, FormError, MatButton, PageSection, TextArea, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section
      heading="Create a bot"
      i18n-heading
      lead="A bot is a program that takes part in your rooms. You answer for it: everyone sees that it’s yours, and it can’t do more than you can."
      i18n-lead
    >
      <form [appFocusFirstError]="problem()" (submit)="$event.preventDefault(); create()" novalidate>
        @if (fault().form; as sentence) {
          <app-form-error>{{ sentence }}</app-form-error>
        }
        <app-text-field
          label="Username"
          i18n-label
          name="bot-username"
          [maxlength]="maxUsername"
          [(value)]="username"
          [error]="fault().at('username')"
        />
        <app-text-field
          label="Display name"
          i18n-label
          name="bot-display-name"
          [optional]="true"
          [maxlength]="maxName"
          [(value)]="displayName"
          [error]="fault().at('displayName')"
        />
        <app-text-area
          label="What it’s for"
          i18n-label
          name="bot-description"
          [optional]="true"
          [maxlength]="maxAbout"
          [(value)]="description"
          [error]="fault().at('description')"
        />
        <button matButton="filled" class="submit" type="submit" disabledInteractive [disabled]="busy()">
          {{ verb() }}
        </button>
      </form>
      <app-done-note [text]="done()" />
    </app-page-section>
  `,
  styleUrl: './bots-page.scss',
})
export class BotForm {
  private readonly store = inject(BotsStore);
  protected readonly maxUsername = MAX_USERNAME_LENGTH;
  protected readonly maxName = MAX_DISPLAY_NAME_LENGTH;
  protected readonly maxAbout = MAX_ABOUT_LENGTH;
  protected readonly username = signal('');
  protected readonly displayName = signal('');
  protected readonly description = signal('');
  protected readonly busy = signal(false);
  protected readonly verb = computed(() => (this.busy() ? $localize`Creating …` : $localize`Create bot`));
  protected readonly done = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fault = computed(() => faultOf(this.problem(), ['username', 'displayName', 'description']));

  protected async create(): Promise<void> {
    if (this.busy()) return;
    this.done.set('');
    const username = this.username().trim();
    this.problem.set(firstEmpty([{ field: 'username', value: username, sentence: $localize`Enter a username.` }]));
    if (this.problem()) return;
    this.busy.set(true);
    const displayName = this.displayName().trim() || null;
    const outcome = await this.store.create({ username, displayName, description: this.description().trim() });
    this.busy.set(false);
    if (!outcome.ok) {
      this.problem.set(outcome.problem);
      return;
    }
    const name = outcome.value.user.displayName;
    this.done.set($localize`${name}:name: was created. Add it to a room, and create a token for it.`);
    for (const field of [this.username, this.displayName, this.description]) field.set('');
  }
}
