import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import { Icon } from '../icon/icon';

let count = 0;

/** A labelled text input; what is wrong with it stands beneath it, in place of the hint, and is read out with it. */
@Component({
  selector: 'app-text-field',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './text-field.html',
  styleUrl: './text-field.scss',
})
export class TextField {
  readonly label = input.required<string>();
  readonly value = model('');
  readonly name = input<string>();
  readonly type = input<'text' | 'password' | 'search' | 'time' | 'email'>('text');
  readonly autocomplete = input('off');
  readonly hint = input<string>();
  readonly error = input<string | null>();
  readonly optional = input(false);
  /** In characters, as the server counts them. */
  readonly maxlength = input<number>();

  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly id = `field-${String((count += 1))}`;
  protected readonly ids = {
    box: this.id,
    label: `${this.id}-label`,
    hint: `${this.id}-hint`,
    error: `${this.id}-error`,
  };
  protected readonly shown = signal(false);
  protected readonly inputType = computed(() => (this.type() === 'password' && this.shown() ? 'text' : this.type()));
  /** The browser counts units, of which an emoji has two: it stops where no text would be short enough, and the server before that, in words. */
  protected readonly maxUnits = computed(() => {
    const max = this.maxlength();
    return max === undefined ? null : 2 * max;
  });
  protected readonly describedBy = computed(() => (this.error() ? this.ids.error : this.hint() ? this.ids.hint : null));

  focus(): void {
    this.box().nativeElement.focus();
  }

  protected read(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.value.set(event.target.value);
  }
}
