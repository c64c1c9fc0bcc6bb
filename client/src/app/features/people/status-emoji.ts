import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Status } from '../../core/graphql/model';
import { MinuteClock } from '../../shared/time/minute-clock';
import { statusNow, statusText } from './status';

/** The emoji of a status beside somebody's name, for as long as it lasts. */
@Component({
  selector: 'app-status-emoji',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (emoji(); as shown) {
      <span role="img" [attr.aria-label]="label()" [title]="words()">{{ shown }}</span>
    }
  `,
  styles: `
    :host {
      flex: none;
    }
    :host:empty {
      display: none;
    }
    span {
      font-size: 0.95em;
      cursor: default;
    }
  `,
})
export class StatusEmoji {
  readonly status = input<Status | null>(null);

  private readonly clock = inject(MinuteClock);
  private readonly current = computed(() => statusNow(this.status(), this.clock.now()));
  protected readonly emoji = computed(() => this.current()?.emoji ?? null);
  protected readonly words = computed(() => {
    const current = this.current();
    return current ? statusText(current) : '';
  });
  protected readonly label = computed(() => $localize`Status: ${this.words()}:status:`);
}
