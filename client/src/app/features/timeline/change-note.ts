import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';
import type { OutboxChange } from '../outbox';

/** What is to become of a message while the server does not know of it. */
@Component({
  selector: 'app-change-note',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p [class.failed]="change().state === 'failed'">
      @if (change().state === 'failed') {
        <span class="why"><app-icon name="circle-alert" [size]="16" />{{ words().failed }} {{ change().problem }}</span>
        <button type="button" (click)="again.emit()" i18n>Try again</button>
        @if (change().change.kind === 'edit') {
          <button type="button" (click)="copied.emit()" i18n>Copy text</button>
        }
        <button type="button" (click)="discarded.emit()" i18n>Discard</button>
      } @else {
        <span>{{ words().waiting }}</span>
        @if (change().state === 'waiting') {
          <button type="button" (click)="discarded.emit()">{{ words().undo }}</button>
        }
      }
    </p>
  `,
  styleUrl: './delivery-note.scss',
})
export class ChangeNote {
  readonly change = input.required<OutboxChange>();
  readonly again = output();
  readonly copied = output();
  readonly discarded = output();

  protected readonly words = computed(() => wordsOf(this.change().change));
}

function wordsOf(change: OutboxChange['change']): { waiting: string; failed: string; undo: string } {
  if (change.kind === 'edit')
    return {
      waiting: $localize`Your edit will be saved when you’re back online.`,
      failed: $localize`Your edit wasn’t saved.`,
      undo: $localize`Discard the edit`,
    };
  if (change.kind === 'delete')
    return {
      waiting: $localize`Will be deleted when you’re back online.`,
      failed: $localize`Not deleted.`,
      undo: $localize`Keep the message`,
    };
  return change.isPinned
    ? {
        waiting: $localize`Will be pinned when you’re back online.`,
        failed: $localize`Not pinned.`,
        undo: $localize`Don’t pin`,
      }
    : {
        waiting: $localize`Will be unpinned when you’re back online.`,
        failed: $localize`Not unpinned.`,
        undo: $localize`Don’t unpin`,
      };
}
