import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { initials, paletteIndex } from './initials';

const hues = 12;

/** Decoration beside a name that is written out, so hidden from screen readers. */
@Component({
  selector: 'app-avatar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    'aria-hidden': 'true',
    '[style.--hue]': 'hue()',
    '[style.--size.px]': 'size()',
    '[class.guest]': 'guest()',
    '[class.here]': 'here()',
  },
  template: `<span class="letters">{{ letters() }}</span>`,
  styleUrl: './avatar.scss',
})
export class Avatar {
  readonly name = input.required<string>();
  readonly key = input<string>();
  readonly size = input(36);
  readonly guest = input(false);
  readonly here = input(false);

  protected readonly letters = computed(() => initials(this.name()));
  protected readonly hue = computed(() => (paletteIndex(this.key() ?? this.name(), hues) * 360) / hues);
}
