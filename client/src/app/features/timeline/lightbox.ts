import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import { Icon } from '../../shared/ui/icon/icon';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { type LightboxPictures, PICTURE_NAME } from './lightbox-pictures';
import { Swipe } from './swipe';
import { ViewerHeader } from './viewer-header';
import { numberText } from '../../shared/language/numbers';

@Component({
  imports: [Icon, MatDialogClose, ViewerHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:keydown.arrowleft)': 'turn($event, -1)', '(document:keydown.arrowright)': 'turn($event, 1)' },
  templateUrl: './lightbox.html',
  styleUrl: './lightbox.scss',
})
export class Lightbox {
  private readonly data = inject<LightboxPictures>(MAT_DIALOG_DATA);
  protected readonly nameId = PICTURE_NAME;
  private readonly swipe = new Swipe();
  protected readonly count = this.data.pictures.length;
  protected readonly index = signal(this.data.index);
  protected readonly picture = computed(() => this.data.pictures[this.index()]);
  protected readonly place = computed(() =>
    this.count > 1 ? $localize`${numberText(this.index() + 1)}:number: of ${numberText(this.count)}:count:` : null,
  );

  protected turn(event: Event, by: 1 | -1): void {
    if (!isComposing(event)) this.step(by);
  }

  protected touched(event: TouchEvent): void {
    this.swipe.begin(event);
  }

  protected lifted(event: TouchEvent): void {
    this.step(this.swipe.end(event));
  }

  protected step(by: number): void {
    this.index.update((index) => Math.min(Math.max(index + by, 0), this.count - 1));
  }
}
