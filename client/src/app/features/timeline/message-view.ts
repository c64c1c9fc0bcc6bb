import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { Icon } from '../../shared/ui/icon/icon';
import { Attachments } from './attachments';
import { DeliveryNote } from './delivery-note';
import { MessageEditor } from './message-editor';
import { TimelineStore } from './timeline.store';
import type { TimelineMessage } from './timeline.types';

@Component({
  selector: 'app-message-view',
  imports: [Attachments, DeliveryNote, Icon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, MessageEditor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.editing]': 'isEditing()' },
  templateUrl: './message-view.html',
  styleUrl: './message-view.scss',
})
export class MessageView {
  readonly message = input.required<TimelineMessage>();
  readonly author = input.required<string>();
  /** Of what its author said in one go: the time then stands beside the name. */
  readonly first = input(false);

  protected readonly store = inject(TimelineStore);
  protected readonly isEditing = computed(
    () => this.message().id !== null && this.store.editing() === this.message().id,
  );
  private readonly confirm = inject(Confirm);
  private readonly notes = inject(MatSnackBar);
  private readonly clipboard = inject(Clipboard);

  protected edit(): void {
    const { id } = this.message();
    if (id) this.store.startEdit(id);
  }

  protected copy(): void {
    this.clipboard.copy(this.message().body);
    this.notes.open('Copied.', undefined, { duration: 2500 });
  }

  protected sendAgain(nonce: string): void {
    this.store.sendAgain(nonce);
    focusWriting();
  }

  protected discard(nonce: string): void {
    this.store.discard(nonce);
    focusWriting();
  }

  protected async remove(): Promise<void> {
    const { id, mine } = this.message();
    const sure = await this.confirm.ask({
      heading: mine ? 'Delete your message?' : `Delete what ${this.author()} said?`,
      text: 'Its text and files are gone for everyone, and cannot be brought back.',
      verb: 'Delete',
    });
    if (!sure || !id) return;
    const outcome = await this.store.remove(id);
    if (outcome.ok) focusWriting();
    else this.notes.open(outcome.problem.message, 'Close');
  }
}
