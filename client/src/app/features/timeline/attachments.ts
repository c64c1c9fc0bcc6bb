import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { DocumentCard } from './document-card';
import { frameRatio } from './frame-ratio';
import { Lightbox, type LightboxPictures } from './lightbox';
import type { Attachment } from './timeline.types';

@Component({
  selector: 'app-attachments',
  imports: [DocumentCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attachments.html',
  styleUrl: './attachments.scss',
})
export class Attachments {
  readonly attachments = input.required<readonly Attachment[]>();

  protected readonly frameRatio = frameRatio;
  protected readonly pictures = computed(() => this.attachments().filter(({ view }) => view === 'picture'));
  protected readonly others = computed(() => this.attachments().filter(({ view }) => view !== 'picture'));
  private readonly dialog = inject(MatDialog);

  protected open(index: number): void {
    this.dialog.open<Lightbox, LightboxPictures>(Lightbox, {
      data: { pictures: this.pictures(), index },
      ariaLabel: 'Picture',
      panelClass: 'lightbox-panel',
      backdropClass: 'lightbox-backdrop',
      width: '100vw',
      height: '100dvh',
      maxWidth: '100vw',
      autoFocus: 'dialog',
    });
  }
}
