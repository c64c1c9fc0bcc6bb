import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Dialogs } from '../../shared/ui/dialog/dialogs';
import { DocumentCard } from './documents/document-card';
import { frameRatio } from './frame-ratio';
import { type LightboxPictures, PICTURE_NAME } from './lightbox-pictures';
import type { Attachment } from './timeline.types';
import { wholeWindow } from './viewer-dialog';

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
  /** What the browser could not show after all is still there to download. */
  private readonly broken = signal<ReadonlySet<string>>(new Set());
  protected readonly pictures = computed(() => this.attachments().filter((file) => this.isShown(file)));
  protected readonly others = computed(() => this.attachments().filter((file) => !this.isShown(file)));
  private readonly dialogs = inject(Dialogs);

  /** Only where the bytes are there and are no picture: a connection that was lost says nothing of them. */
  protected async broke({ id, thumbnailUrl, url }: Attachment): Promise<void> {
    const answer = await fetch(thumbnailUrl ?? url, { method: 'HEAD' }).catch(() => null);
    if (answer?.ok) this.broken.update((ids) => new Set(ids).add(id));
  }

  protected open(index: number): void {
    const data: LightboxPictures = { pictures: this.pictures(), index };
    void this.dialogs.ask(async () => (await import('./lightbox')).Lightbox, {
      data,
      ...wholeWindow(PICTURE_NAME),
    });
  }

  protected openLabel({ name }: Attachment): string {
    return $localize`Open picture ${name}:name:`;
  }

  private isShown({ id, view }: Attachment): boolean {
    return view === 'picture' && !this.broken().has(id);
  }
}
