import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
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
  template: `
    <span class="letters">{{ letters() }}</span>
    @if (source(); as url) {
      <img
        alt=""
        loading="lazy"
        decoding="async"
        draggable="false"
        [attr.width]="size()"
        [attr.height]="size()"
        [src]="url.plain"
        [srcset]="url.fine"
        (error)="source.set(null)"
      />
    }
  `,
  styleUrl: './avatar.scss',
})
export class Avatar {
  readonly name = input.required<string>();
  readonly key = input<string>();
  readonly size = input(36);
  /** Where their picture is; the letters stand there until it has come, and where there is none. */
  readonly picture = input<string | null>();
  readonly guest = input(false);
  readonly here = input(false);

  protected readonly letters = computed(() => initials(this.name()));
  protected readonly source = linkedSignal(() => {
    const picture = this.picture();
    return picture ? sourcesOf(picture, this.size()) : null;
  });
  protected readonly hue = computed(() => (paletteIndex(this.key() ?? this.name(), hues) * 360) / hues);
}

/** The server has each picture in three sizes. */
function sourcesOf(picture: string, size: number): { readonly plain: string; readonly fine: string } {
  const [small, usual, large] = [`${picture}?size=48`, picture, `${picture}?size=512`];
  const plain = size <= 48 ? small : size <= 128 ? usual : large;
  const fine = size <= 64 ? usual : large;
  return { plain, fine: `${plain} 1x, ${fine} 2x` };
}
