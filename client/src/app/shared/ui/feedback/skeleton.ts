import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const widths = [72, 54, 86, 40, 64, 78, 48, 60];

/** Grey shapes of what is about to come: lines of text, with a face beside them where people are expected. */
@Component({
  selector: 'app-skeleton',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true' },
  template: `
    @for (width of lines(); track $index) {
      <div class="row">
        @if (faces()) {
          <span class="face"></span>
        }
        <span class="text">
          @if (tall()) {
            <span class="bar short"></span>
          }
          <span class="bar" [style.width.%]="width"></span>
        </span>
      </div>
    }
  `,
  styleUrl: './skeleton.scss',
})
export class Skeleton {
  readonly count = input(5);
  readonly faces = input(false);
  readonly tall = input(false);

  protected readonly lines = computed(() => Array.from({ length: this.count() }, (_, i) => widths[i % widths.length]));
}
