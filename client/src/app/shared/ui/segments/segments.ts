import { booleanAttribute, ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { IconName } from '../icon/icon-shapes';
import { Icon } from '../icon/icon';

export interface Segment<T extends string> {
  readonly value: T;
  readonly words: string;
  readonly icon?: IconName;
}

let count = 0;

/** One of two to four, side by side, where each can be seen without opening anything. */
@Component({
  selector: 'app-segments',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset>
      <legend [class.visually-hidden]="!showLegend()">{{ legend() }}</legend>
      <div class="choices">
        @for (choice of choices(); track choice.value) {
          <label [class.chosen]="chosen() === choice.value">
            <input
              class="visually-hidden"
              type="radio"
              [name]="name"
              [value]="choice.value"
              [checked]="chosen() === choice.value"
              (change)="chosen.set(choice.value)"
            />
            @if (choice.icon; as icon) {
              <app-icon [name]="icon" [size]="16" />
            }
            {{ choice.words }}
          </label>
        }
      </div>
    </fieldset>
  `,
  styleUrl: './segments.scss',
})
export class Segments<T extends string> {
  readonly legend = input.required<string>();
  readonly choices = input.required<readonly Segment<T>[]>();
  readonly chosen = model.required<T>();
  readonly showLegend = input(false, { transform: booleanAttribute });

  protected readonly name = `segments-${String((count += 1))}`;
}
