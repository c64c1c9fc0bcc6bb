import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  linkedSignal,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute } from '@angular/router';
import { MAX_STATUS_LENGTH } from '#rules';
import { faultOf } from '../../core/graphql/fault-of';
import type { Outcome, Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { momentInText } from '../../shared/text/dates';
import { MinuteClock } from '../../shared/time/minute-clock';
import { DoneNote } from '../../shared/ui/feedback/done-note';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { SelectField } from '../../shared/ui/field/select-field';
import { TextField } from '../../shared/ui/field/text-field';
import { Icon } from '../../shared/ui/icon/icon';
import { PageSection } from '../../shared/ui/page/page-section';
import { statusNow, statusText } from '../people';
import { ReactionPicking } from '../reactions';
import { ProfileStore } from './profile.store';
import { isStatusEnd, statusEnds } from './status-end';

/** What whoever is signed in is up to, and for how long. */
@Component({
  selector: 'app-status-form',
  imports: [DoneNote, FocusFirstError, FormError, Icon, MatButton, PageSection, SelectField, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section
      heading="Your status"
      i18n-heading
      lead="What you are up to. Its emoji stands beside your name."
      i18n-lead
    >
      @if (current(); as status) {
        <p class="current">
          <bdi>{{ words() }}</bdi>
          @if (until(); as when) {
            <small i18n>until {{ when }}</small>
          }
          <button matButton type="button" disabledInteractive [disabled]="busy()" (click)="clear()" i18n>
            Clear status
          </button>
        </p>
      }
      <form [appFocusFirstError]="problem()" (submit)="$event.preventDefault(); save()" novalidate>
        @if (fault().form; as sentence) {
          <app-form-error>{{ sentence }}</app-form-error>
        }
        <div class="said">
          <button
            #picker
            class="emoji"
            type="button"
            aria-haspopup="dialog"
            [attr.aria-label]="emojiWords()"
            (click)="pick(picker)"
          >
            @if (emoji(); as shown) {
              {{ shown }}
            } @else {
              <app-icon name="smile-plus" />
            }
          </button>
          <app-text-field
            label="Status"
            i18n-label
            name="status"
            [maxlength]="maxLength"
            [(value)]="text"
            [error]="fault().at('text')"
          />
        </div>
        <app-select-field label="How long" i18n-label name="status-end" [choices]="ends" [(value)]="end" />
        <button matButton="filled" class="submit" type="submit" disabledInteractive [disabled]="busy()">
          {{ verb() }}
        </button>
      </form>
      <app-done-note [text]="done()" />
    </app-page-section>
  `,
  styleUrls: ['./account-form.scss', './status-form.scss'],
})
export class StatusForm {
  private readonly store = inject(ProfileStore);
  private readonly clock = inject(MinuteClock);
  private readonly picking = inject(ReactionPicking);
  protected readonly maxLength = MAX_STATUS_LENGTH;
  protected readonly ends = statusEnds();
  protected readonly current = computed(() => statusNow(this.store.user()?.status ?? null, this.clock.now()));
  protected readonly words = computed(() => {
    const current = this.current();
    return current ? statusText(current) : '';
  });
  protected readonly until = computed(() => {
    const until = this.current()?.until;
    return until ? momentInText(until, this.clock.now()) : null;
  });
  protected readonly emoji = linkedSignal(() => this.current()?.emoji ?? null);
  protected readonly text = linkedSignal(() => this.current()?.text ?? '');
  protected readonly end = signal('never');
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fault = computed(() => faultOf(this.problem(), ['text']));
  protected readonly emojiWords = computed(() => {
    const emoji = this.emoji();
    return emoji ? $localize`Emoji of your status: ${emoji}:emoji:` : $localize`Choose an emoji for your status`;
  });
  protected readonly verb = computed(() => (this.busy() ? $localize`Saving …` : $localize`Set status`));

  constructor() {
    const { fragment } = inject(ActivatedRoute).snapshot;
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // Whoever comes to set a status is at its field.
    afterNextRender(() => {
      if (fragment === 'status') element.querySelector('input')?.focus();
    });
  }

  protected async pick(origin: HTMLElement): Promise<void> {
    const emoji = await this.picking.pick(origin, $localize`Choose an emoji for your status`);
    if (emoji !== null) this.emoji.set(emoji);
  }

  protected async save(): Promise<void> {
    if (this.busy()) return;
    const text = this.text().trim();
    const sentence = $localize`Say what you are up to, or choose an emoji.`;
    this.problem.set(this.emoji() === null ? firstEmpty([{ field: 'text', value: text, sentence }]) : null);
    const end = this.end();
    if (this.problem() || !isStatusEnd(end)) return;
    await this.report(this.store.setStatus(this.emoji(), text, end), $localize`Your status was set.`);
  }

  protected async clear(): Promise<void> {
    this.problem.set(null);
    await this.report(this.store.clearStatus(), $localize`Your status was cleared.`);
  }

  private async report(change: Promise<Outcome<unknown>>, words: string): Promise<void> {
    this.done.set('');
    this.busy.set(true);
    const outcome = await change;
    this.busy.set(false);
    if (outcome.ok) this.done.set(words);
    else this.problem.set(outcome.problem);
  }
}
