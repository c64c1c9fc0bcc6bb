import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TimelinePlace } from '../../feed/timeline-place';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { Icon } from '../../shared/ui/icon/icon';
import { UploadQueue } from './upload-queue';
import { UploadsStore } from './uploads.store';

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
  private readonly place = inject(TimelinePlace);

  protected cancel(key: string): void {
    this.queue.cancel(key);
    focusWriting(this.place.idPrefix);
  }
}
