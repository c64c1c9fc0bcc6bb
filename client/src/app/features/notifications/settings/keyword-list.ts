import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAX_KEYWORD_LENGTH, MAX_KEYWORDS } from '#rules';
import type { Problem } from '../../../core/graphql/problem';
import { firstEmpty } from '../../../core/graphql/required';
import { DoneNote } from '../../../shared/ui/feedback/done-note';
import { FocusFirstError } from '../../../shared/ui/field/focus-first-error';
import { TextField } from '../../../shared/ui/field/text-field';
import { Icon } from '../../../shared/ui/icon/icon';
import { PageSection } from '../../../shared/ui/page/page-section';
import { NotificationSettingsStore } from './notification-settings.store';

/** Words that notify the viewer wherever they are a member. */
@Component({
  selector: 'app-keyword-list',
  imports: [DoneNote, FocusFirstError, Icon, MatButton, PageSection, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section
      heading="Keywords"
      i18n-heading
      lead="You’re notified of messages with one of these words, in all of your rooms. Capitals and accents make no difference."
      i18n-lead
    >
      @if (keywords().length > 0) {
        <ul role="list">
          @for (keyword of keywords(); track keyword) {
            <li>
              <bdi>{{ keyword }}</bdi>
              <button
                class="icon-button"
                type="button"
                [attr.aria-label]="removeLabel(keyword)"
                (click)="remove(keyword)"
              >
                <app-icon name="x" [size]="16" />
              </button>
            </li>
          }
        </ul>
      }
      @if (keywords().length < max) {
        <form [appFocusFirstError]="problem()" (submit)="$event.preventDefault(); add()" novalidate>
          <app-text-field
            label="New keyword"
            i18n-label
            name="keyword"
            [maxlength]="maxLength"
            [(value)]="word"
            [error]="problem()?.message"
          />
          <button matButton="outlined" type="submit" disabledInteractive [disabled]="busy()" i18n>Add keyword</button>
        </form>
      }
      <app-done-note [text]="done()" />
    </app-page-section>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
    }
    li {
      display: flex;
      align-items: center;
      max-width: 100%;
      padding-inline-start: var(--s3);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-s);
      background: var(--raised);
      overflow-wrap: anywhere;
    }
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s3);
      justify-items: start;
      max-width: 25rem;
    }
    app-text-field {
      width: 100%;
    }
  `,
})
export class KeywordList {
  private readonly store = inject(NotificationSettingsStore);
  protected readonly max = MAX_KEYWORDS;
  protected readonly maxLength = MAX_KEYWORD_LENGTH;
  protected readonly keywords = computed(() => this.store.settings()?.keywords ?? []);
  protected readonly word = signal('');
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly problem = signal<Problem | null>(null);
  private readonly section = viewChild.required(PageSection);

  protected async add(): Promise<void> {
    const word = this.word().trim();
    this.problem.set(firstEmpty([{ field: 'keywords', value: word, sentence: $localize`Type a word.` }]));
    if (this.problem()) return;
    const keywords = [...this.keywords().filter((each) => each !== word), word];
    if (await this.save(keywords, $localize`“${word}:keyword:” was added.`)) this.word.set('');
  }

  protected removeLabel(word: string): string {
    return $localize`Remove ${word}:what:`;
  }

  /** The button goes with the word. */
  protected async remove(word: string): Promise<void> {
    const rest = this.keywords().filter((each) => each !== word);
    if (await this.save(rest, $localize`“${word}:keyword:” was removed.`)) this.section().focusHeading();
  }

  private async save(keywords: readonly string[], words: string): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.done.set('');
    const outcome = await this.store.change({ keywords: [...keywords] });
    this.busy.set(false);
    this.problem.set(outcome.ok ? null : outcome.problem);
    if (outcome.ok) this.done.set(words);
    return outcome.ok;
  }
}
