import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { FormError } from '../../shared/ui/feedback/form-error';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { ClosingQuestion } from './closing-question';
import { ReportCard } from './report-card';
import { countText } from './report-words';
import { type Report, ReportsStore, type ReportState } from './reports.store';

/** What was reported, of one room or of the whole server, with what to do about each. */
@Component({
  selector: 'app-report-list',
  imports: [EmptyState, FormError, MatButton, ReportCard, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  providers: [ReportsStore],
  template: `
    <div class="bar">
      <div class="choices" role="group" aria-label="Which reports" i18n-aria-label>
        @for (choice of choices; track choice.state) {
          <button type="button" [attr.aria-pressed]="store.state() === choice.state" (click)="show(choice.state)">
            {{ choice.words }}
          </button>
        }
      </div>
      <p #title tabindex="-1" role="status">{{ store.reports() === null ? '' : count() }}</p>
    </div>
    @if (store.problem(); as fault) {
      <app-form-error>{{ fault.message }}</app-form-error>
    }
    @if (store.reports(); as reports) {
      @if (reports.length === 0) {
        <app-empty-state heading="Nothing here" i18n-heading [text]="emptyWords()" />
      } @else {
        <ul role="list" class="divided">
          @for (report of reports; track report.id) {
            <li><app-report-card [report]="report" (acted)="act(report)" (dismissed)="dismiss(report)" /></li>
          }
        </ul>
        @if (store.hasMore()) {
          <button matButton type="button" (click)="more()" i18n>Show more</button>
        }
      }
    } @else if (!store.problem()) {
      <app-skeleton [count]="3" [faces]="true" [tall]="true" />
    }
  `,
  styleUrl: './report-list.scss',
})
export class ReportList {
  /** Null for the whole server. */
  readonly roomId = input.required<string | null>();

  protected readonly store = inject(ReportsStore);
  protected readonly choices: readonly { readonly state: ReportState; readonly words: string }[] = [
    { state: 'OPEN', words: $localize`:reports that wait|:Open` },
    { state: 'CLOSED', words: $localize`Dealt with` },
  ];
  protected readonly emptyWords = computed(() =>
    this.store.state() === 'OPEN'
      ? $localize`No reports are waiting. New ones show up here at once.`
      : $localize`No reports have been dealt with yet.`,
  );
  private readonly closing = inject(ClosingQuestion);
  private readonly confirm = inject(Confirm);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  constructor() {
    effect(() => {
      const roomId = this.roomId();
      untracked(() => void this.store.show(roomId, this.store.state()));
    });
  }

  protected count(): string {
    return countText(this.store.total());
  }

  protected show(state: ReportState): void {
    void this.store.show(this.roomId(), state);
  }

  protected async act(report: Report): Promise<void> {
    const { author, roomName } = report;
    const isDone = await this.closing.ask({
      authorName: author.displayName,
      roomName,
      close: (closing) => this.store.close(report, closing),
    });
    if (isDone) this.dealtWith($localize`The report was dealt with.`);
  }

  protected async dismiss(report: Report): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Dismiss this report?`,
      text: $localize`Nothing happens to ${report.author.displayName}:name:’s message. Whoever reported it is told that it was dealt with.`,
      verb: $localize`Dismiss`,
    });
    if (!sure) return;
    const outcome = await this.store.close(report, { actions: [], warning: null });
    if (outcome.ok) this.dealtWith($localize`The report was dismissed.`);
    else this.announcements.say(outcome.problem.message);
  }

  protected async more(): Promise<void> {
    await this.store.readMore();
    // The button goes with the last page, and must not take the reader's place along.
    if (!this.store.hasMore()) this.title().nativeElement.focus({ preventScroll: true });
  }

  /** The card goes with its buttons. */
  private dealtWith(words: string): void {
    this.announcements.say(words);
    this.title().nativeElement.focus({ preventScroll: true });
  }
}
