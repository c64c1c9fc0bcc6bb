import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MAX_SECTION_NAME_LENGTH } from '#rules';
import type { Problem } from '../../../core/graphql/problem';
import { firstEmpty } from '../../../core/graphql/required';
import { FocusFirstError } from '../../../shared/ui/field/focus-first-error';
import { SelectField } from '../../../shared/ui/field/select-field';
import { TextField } from '../../../shared/ui/field/text-field';
import { RoomsStore } from '../rooms.store';
import { ArrangementStore } from './arrangement.store';
import { Arranging } from './arranging';

/** What stands for no section, and for one that is still to be made: no id looks like these. */
const NONE = 'none';
const NEW = 'new';

/** Asks for the section of a room, which may be a new one. Closes with its id, or with null for none. */
@Component({
  imports: [
    FocusFirstError,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    SelectField,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [appFocusFirstError]="problem()" (submit)="$event.preventDefault(); move()" novalidate>
      <h2 matDialogTitle i18n>Move to section</h2>
      <mat-dialog-content>
        <app-select-field
          label="Section"
          i18n-label
          name="section"
          hint="Only you see your sections, on all your devices."
          i18n-hint
          [choices]="choices()"
          [(value)]="chosen"
        />
        @if (chosen() === NEW) {
          <app-text-field
            label="Name of the new section"
            i18n-label
            name="section-name"
            [error]="problem()?.message ?? null"
            [maxlength]="maxName"
            [(value)]="name"
          />
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" matDialogClose i18n>Cancel</button>
        <button matButton="filled" type="submit" disabledInteractive [disabled]="busy()" i18n>Move</button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../room-dialog.scss',
})
export class MoveDialog {
  private readonly roomId = inject<string>(MAT_DIALOG_DATA);
  private readonly arrangements = inject(ArrangementStore);
  private readonly arranging = inject(Arranging);
  private readonly rooms = inject(RoomsStore);
  private readonly dialog = inject<MatDialogRef<MoveDialog, string | null>>(MatDialogRef);

  protected readonly NEW = NEW;
  protected readonly maxName = MAX_SECTION_NAME_LENGTH;
  protected readonly choices = computed(() => [
    { value: NONE, words: this.isDirect() ? $localize`Direct messages` : $localize`Your rooms` },
    ...this.arrangements.sections().map(({ id, name }) => ({ value: id, words: name })),
    { value: NEW, words: $localize`New section …` },
  ]);
  protected readonly chosen = signal(this.sectionOfRoom() ?? NONE);
  protected readonly name = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async move(): Promise<void> {
    if (this.busy()) return;
    if (this.chosen() !== NEW) this.dialog.close(this.chosen() === NONE ? null : this.chosen());
    else await this.create();
  }

  private async create(): Promise<void> {
    const name = this.name().trim();
    this.problem.set(firstEmpty([{ field: 'name', value: name, sentence: $localize`Give the section a name.` }]));
    if (this.problem()) return;
    this.busy.set(true);
    const outcome = await this.arranging.createSection(name);
    this.busy.set(false);
    if (outcome.ok) this.dialog.close(outcome.value);
    else this.problem.set(outcome.problem);
  }

  private sectionOfRoom(): string | undefined {
    return this.arrangements.sections().find(({ roomIds }) => roomIds.includes(this.roomId))?.id;
  }

  private isDirect(): boolean {
    return this.rooms.rooms().some(({ id, people }) => id === this.roomId && people !== null);
  }
}
