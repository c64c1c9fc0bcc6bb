import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TimelinePlace } from '../../feed/timeline-place';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { Icon } from '../../shared/ui/icon/icon';
import type { UploadItem } from './upload-item';
import { UploadQueue } from './upload-queue';
import { UploadsStore } from './uploads.store';
import { formatMessage } from '../../shared/language/format-message';

@Component({
  selector: 'app-upload-list',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './upload-list.html',
  styleUrl: './upload-list.scss',
})
export class UploadList {
  protected readonly store = inject(UploadsStore);
  protected readonly queue = inject(UploadQueue);
  protected readonly count = computed(() =>
    formatMessage($localize`{count, plural, =1 {1 file} other {# files}}`, { count: this.store.uploads().length }),
  );
  private readonly place = inject(TimelinePlace);

  protected uploadingLabel({ name }: UploadItem): string {
    return $localize`Uploading ${name}:name:`;
  }

  protected pausedLabel({ name }: UploadItem): string {
    return $localize`Paused: ${name}:name:`;
  }

  protected againLabel({ name }: UploadItem): string {
    return $localize`Upload ${name}:name: again`;
  }

  protected cancelLabel({ name, state }: UploadItem): string {
    return state === 'uploading' || state === 'waiting'
      ? $localize`Cancel the upload of ${name}:name:`
      : $localize`Remove ${name}:name:`;
  }

  protected cancel(key: string): void {
    this.queue.cancel(key);
    focusWriting(this.place.idPrefix);
  }
}
