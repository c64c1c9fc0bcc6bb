import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import { Icon } from '../../shared/ui/icon/icon';
import type { Attachment } from './timeline.types';

export interface LightboxPictures {
  readonly pictures: readonly Attachment[];
  readonly index: number;
}

@Component({
  imports: [Icon, MatDialogClose],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:keydown.arrowleft)': 'step(-1)', '(document:keydown.arrowright)': 'step(1)' },
  templateUrl: './lightbox.html',
  styleUrl: './lightbox.scss',
})
export class Lightbox {
  private readonly data = inject<LightboxPictures>(MAT_DIALOG_DATA);
  protected readonly count = this.data.pictures.length;
  protected readonly index = signal(this.data.index);
  protected readonly picture = computed(() => this.data.pictures[this.index()]);

  protected step(by: number): void {
    this.index.update((index) => Math.min(Math.max(index + by, 0), this.count - 1));
  }
}
