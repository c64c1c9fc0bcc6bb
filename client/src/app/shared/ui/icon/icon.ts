import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { iconShapes, type IconName } from './icon-shapes';

/** They point along the line of text, and so the other way where it runs from right to left. */
const DIRECTED: ReadonlySet<IconName> = new Set<IconName>(['arrow-left', 'log-out', 'reply', 'send-horizontal']);

/** A drawing only: the button or link around it says what it means. */
@Component({
  selector: 'app-icon',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.directed]': 'isDirected()' },
  template: `<svg viewBox="0 0 24 24" [attr.width]="size()" [attr.height]="size()" aria-hidden="true" focusable="false">
    <path [attr.d]="shape()" />
  </svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
    :host(.directed:dir(rtl)) {
      transform: scaleX(-1);
    }
    svg {
      fill: none;
      stroke: currentcolor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly size = input(20);

  protected readonly shape = computed(() => iconShapes[this.name()]);
  protected readonly isDirected = computed(() => DIRECTED.has(this.name()));
}
