import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, computed, ElementRef, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import { formatMessage } from '../../shared/language/format-message';
import { Notes } from '../../shared/ui/feedback/notes';
import { WaitingList, type WaitingRow } from './waiting-list.store';

/** What waits to be sent, one by one: each can be discarded, and what was refused says why. */
@Component({
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle tabindex="-1" i18n>Waiting to be sent</h2>
    <mat-dialog-content>
      @if (list.rows().length === 0) {
        <p i18n>Nothing is waiting. Everything you did has been sent.</p>
      } @else {
        <p i18n>It is sent automatically when you’re back online, in the order in which you did it.</p>
        <ul>
          @for (row of list.rows(); track row.key) {
            <li>
              <p class="what" i18n>
                <strong>{{
                  row.what // i18n(ph="what")
                }}</strong>
                in
                {{
                  row.roomName // i18n(ph="room")
                }}
              </p>
              @if (row.text; as text) {
                <p class="text" dir="auto">{{ text }}</p>
              }
              @if (row.isFailed) {
                <p class="problem" i18n>Not sent. {{ row.problem }}</p>
              } @else if (row.problem) {
                <p class="hint">{{ row.problem }}</p>
              }
              <p class="buttons">
                @if (row.sendAgain; as sendAgain) {
                  <button
                    matButton
                    type="button"
                    [attr.aria-label]="labelsOf(row).sendAgain"
                    (click)="sendAgain()"
                    i18n
                  >
                    Try again
                  </button>
                }
                @if (row.text; as text) {
                  <button matButton type="button" [attr.aria-label]="labelsOf(row).copy" (click)="copy(text)" i18n>
                    Copy text
                  </button>
                }
                @if (row.discard) {
                  <button matButton type="button" [attr.aria-label]="labelsOf(row).discard" (click)="discard(row)" i18n>
                    Discard
                  </button>
                } @else {
                  <span class="hint" i18n>Sending …</span>
                }
              </p>
            </li>
          }
        </ul>
      }
      @if (marks(); as words) {
        <p class="hint">{{ words }}</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" type="button" matDialogClose i18n>Done</button>
    </mat-dialog-actions>
  `,
  styles: `
    h2:focus {
      outline: none;
    }
    ul {
      display: grid;
      gap: var(--s2);
      margin: var(--s3) 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding: var(--s2) var(--s3);
      border: 1px solid var(--line);
      border-radius: var(--radius-s);
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .text {
      display: -webkit-box;
      overflow: hidden;
      color: var(--ink);
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
    }
    .hint {
      color: var(--ink-faint);
      font-size: var(--text-s);
    }
    .problem {
      color: var(--danger);
      font-size: var(--text-s);
      font-weight: 500;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s1);
      align-items: center;
      margin-inline-start: calc(-1 * var(--s3));
    }
    .buttons .hint {
      margin-inline-start: var(--s3);
    }
  `,
})
export class WaitingDialog {
  protected readonly list = inject(WaitingList);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly clipboard = inject(Clipboard);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly notes = inject(Notes);
  protected readonly marks = computed(() => {
    const count = this.list.marksWaiting();
    if (count === 0) return null;
    return formatMessage(
      $localize`{count, plural, =1 {What you have read in one place is sent automatically.} other {What you have read in # places is sent automatically.}}`,
      { count },
    );
  });

  protected labelsOf({ what, roomName }: WaitingRow) {
    return {
      sendAgain: $localize`Try again: ${what}:what: in ${roomName}:room:`,
      copy: $localize`Copy text: ${what}:what: in ${roomName}:room:`,
      discard: $localize`Discard: ${what}:what: in ${roomName}:room:`,
    };
  }

  protected copy(text: string): void {
    this.clipboard.copy(text);
    this.notes.open($localize`Copied.`, undefined, { duration: 2500 });
  }

  /** Its buttons go with it: the focus stays in the dialog. */
  protected discard({ discard, what }: WaitingRow): void {
    discard?.();
    this.announcements.say($localize`${what}:what: discarded.`);
    this.element.querySelector<HTMLElement>('h2')?.focus();
  }
}
