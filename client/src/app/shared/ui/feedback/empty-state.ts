import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TableScene } from '../brand/table-scene';

/** What stands where there is nothing yet: says so, and offers (as its content) the next step. */
@Component({
  selector: 'app-empty-state',
  imports: [TableScene],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (scene()) {
      <app-table-scene [size]="168" />
    }
    @if (ofPage()) {
      <h1 tabindex="-1">{{ heading() }}</h1>
    } @else {
      <h2>{{ heading() }}</h2>
    }
    <p>{{ text() }}</p>
    <div class="actions"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
      justify-items: center;
      max-width: 26rem;
      margin: auto;
      padding: var(--s5);
      text-align: center;
    }
    h1,
    h2 {
      font-size: var(--title-m);
    }
    p {
      color: var(--ink-soft);
      text-wrap: pretty;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s3);
      justify-content: center;
      margin-top: var(--s2);
    }
    .actions:empty {
      display: none;
    }
    @media (height < 30rem) {
      :host {
        gap: var(--s2);
        padding-block: var(--s3);
      }
      app-table-scene {
        display: none;
      }
    }
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
  readonly text = input.required<string>();
  readonly scene = input(true);
  /** It is all that the page has to say, and heads it. */
  readonly ofPage = input(false);
}
