import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A café table seen from above: chairs around it, cups on it, and one chair kept free. */
@Component({
  selector: 'app-table-scene',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 240 240" [attr.width]="size()" [attr.height]="size()" aria-hidden="true" focusable="false">
      @for (chair of chairs; track chair) {
        <g [attr.transform]="'rotate(' + chair + ' 120 120)'">
          <path
            class="seat"
            d="M98 22h44a8 8 0 0 1 8 9l-2 11a10 10 0 0 1-10 8h-36a10 10 0 0 1-10-8l-2-11a8 8 0 0 1 8-9z"
          />
          <path class="back" d="M92 14c18-7 38-7 56 0" />
        </g>
      }
      <g class="free" transform="rotate(144 120 120) translate(0 -6)">
        <path
          class="seat"
          d="M98 22h44a8 8 0 0 1 8 9l-2 11a10 10 0 0 1-10 8h-36a10 10 0 0 1-10-8l-2-11a8 8 0 0 1 8-9z"
        />
        <path class="back" d="M92 14c18-7 38-7 56 0" />
      </g>
      <circle class="table" cx="120" cy="120" r="64" />
      <circle class="rim" cx="120" cy="120" r="58" />
      @for (cup of cups; track cup) {
        <g [attr.transform]="'rotate(' + cup + ' 120 120) translate(120 78)'">
          <circle class="saucer" r="11.5" />
          <circle class="cup" r="7" />
          <path class="handle" d="M6 -4.5l5 -4" />
        </g>
      }
      <path class="paper" d="M108 110l26 -7 7 25 -26 7z" />
      <path class="words" d="M114 114l15 -4M115.500 119l15 -4M117 124l9 -2.500" />
    </svg>
  `,
  styleUrl: './table-scene.scss',
})
export class TableScene {
  readonly size = input(240);

  protected readonly chairs = [0, 72, 216, 288];
  protected readonly cups = [8, 80, 224, 296];
}
