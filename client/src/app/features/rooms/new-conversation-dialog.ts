import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { Person } from '../../core/graphql/model';
import { formatMessage } from '../../shared/language/format-message';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { TextField } from '../../shared/ui/field/text-field';
import { Icon } from '../../shared/ui/icon/icon';
import { NewConversation } from './new-conversation.store';

@Component({
  imports: [Avatar, Icon, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TextField],
  providers: [NewConversation],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './new-conversation-dialog.html',
  styleUrls: ['./room-dialog.scss', './new-conversation-dialog.scss'],
})
export class NewConversationDialog {
  protected readonly draft = inject(NewConversation);
  protected readonly busy = signal(false);
  protected readonly verb = computed(() => (this.busy() ? $localize`Opening …` : $localize`:a conversation|:Start`));
  protected readonly error = signal<string | null>(null);
  /** What a screen reader says of what was found or chosen; what stands in the lists is not read by itself. */
  protected readonly announcement = computed(() => {
    if (this.draft.status() === 'failed') return $localize`Search isn’t working right now.`;
    if (this.draft.status() !== 'done') return this.changed();
    const count = this.draft.found().length;
    if (count === 0) return $localize`No one found`;
    return formatMessage($localize`{people, plural, =1 {1 person found} other {# people found}}`, { people: count });
  });
  private readonly changed = signal('');
  private readonly field = viewChild.required(TextField);
  private readonly dialog = inject<MatDialogRef<NewConversationDialog>>(MatDialogRef);

  constructor() {
    this.draft.choose(...inject<readonly Person[]>(MAT_DIALOG_DATA));
  }

  protected choose(person: Person): void {
    this.draft.choose(person);
    this.changed.set($localize`${person.displayName}:name: was added.`);
    this.field().focus();
  }

  protected drop(person: Person): void {
    this.draft.drop(person);
    this.changed.set($localize`${person.displayName}:name: was taken out.`);
    this.field().focus();
  }

  protected addLabel({ displayName }: Person): string {
    return $localize`Add ${displayName}:name:`;
  }

  protected dropLabel({ displayName }: Person): string {
    return $localize`Take out ${displayName}:name:`;
  }

  protected detailOf({ kind, username }: Person): string {
    return kind === 'GUEST' ? $localize`Guest` : `@${username}`;
  }

  protected async start(): Promise<void> {
    const [first] = this.draft.found();
    // Enter in the field chooses whom it has found; with nothing typed it starts.
    if (this.draft.query().trim() !== '') {
      if (first && this.draft.status() === 'done') this.choose(first);
      return;
    }
    if (this.busy()) return;
    if (this.draft.chosen().length === 0) {
      this.error.set($localize`Choose somebody to talk with.`);
      this.field().focus();
      return;
    }
    this.busy.set(true);
    const outcome = await this.draft.open();
    this.busy.set(false);
    if (outcome.ok) this.dialog.close();
    else this.error.set(outcome.problem.message);
  }
}
