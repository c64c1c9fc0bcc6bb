import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
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
import { TextField } from '../../../shared/ui/field/text-field';
import { Arranging } from './arranging';

export interface NamedSection {
  readonly id: string;
  readonly name: string;
}

/** Makes a section, or gives one another name. Closes with its id. */
@Component({
  imports: [FocusFirstError, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [appFocusFirstError]="problem()" (submit)="$event.preventDefault(); save()" novalidate>
      <h2 matDialogTitle>{{ heading }}</h2>
      <mat-dialog-content>
        <app-text-field
          label="Name"
          i18n-label
          name="section-name"
          hint="Only you see your sections, on all your devices."
          i18n-hint
          [error]="problem()?.message ?? null"
          [maxlength]="maxName"
          [(value)]="name"
        />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" matDialogClose i18n>Cancel</button>
        <button matButton="filled" type="submit" disabledInteractive [disabled]="busy()">
          {{ verb }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../room-dialog.scss',
})
export class SectionDialog {
  protected readonly section = inject<NamedSection | null>(MAT_DIALOG_DATA);
  protected readonly heading = this.section ? $localize`Rename section` : $localize`New section`;
  protected readonly verb = this.section ? $localize`Rename` : $localize`Create section`;
  protected readonly maxName = MAX_SECTION_NAME_LENGTH;
  protected readonly name = signal(this.section?.name ?? '');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly arranging = inject(Arranging);
  private readonly dialog = inject<MatDialogRef<SectionDialog, string>>(MatDialogRef);

  protected async save(): Promise<void> {
    if (this.busy()) return;
    const name = this.name().trim();
    this.problem.set(firstEmpty([{ field: 'name', value: name, sentence: $localize`Give the section a name.` }]));
    if (this.problem()) return;
    this.busy.set(true);
    const problem = await (this.section ? this.rename(this.section.id, name) : this.create(name));
    this.busy.set(false);
    this.problem.set(problem);
  }

  private async create(name: string): Promise<Problem | null> {
    const outcome = await this.arranging.createSection(name);
    if (!outcome.ok) return outcome.problem;
    this.dialog.close(outcome.value);
    return null;
  }

  private async rename(id: string, name: string): Promise<Problem | null> {
    const outcome = await this.arranging.renameSection(id, name);
    if (!outcome.ok) return outcome.problem;
    this.dialog.close(id);
    return null;
  }
}
