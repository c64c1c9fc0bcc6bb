import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';
import { isTooLarge } from '../../shared/text/file-view';
import { documentKind } from './document-kind';
import type { Attachment } from './timeline.types';

@Component({
  selector: 'app-document-card',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <a [href]="file().url" [attr.download]="file().name">
      <span class="kind"><app-icon [name]="kind().icon" [size]="22" /></span>
      <span class="visually-hidden">Download </span>
      <span class="words">
        <span class="name">{{ file().name }}</span>
        <span class="detail">{{ kind().label }} · {{ file().sizeText }}</span>
        @if (isTooLarge(file())) {
          <span class="detail">{{ file().width }} × {{ file().height }} pixels, too large to show here</span>
        }
      </span>
      <app-icon name="download" />
    </a>
  `,
  styleUrl: './document-card.scss',
})
export class DocumentCard {
  readonly file = input.required<Attachment>();

  protected readonly isTooLarge = isTooLarge;
  protected readonly kind = computed(() => documentKind(this.file()));
}
