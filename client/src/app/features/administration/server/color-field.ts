import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { isColor } from '#rules';
import { TextField } from '../../../shared/ui/field/text-field';

let count = 0;

/** A color, to be typed or picked. */
@Component({
  selector: 'app-color-field',
  imports: [TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-text-field
      [label]="label()"
      [name]="name()"
      [hint]="hint()"
      [error]="error()"
      [maxlength]="7"
      [value]="value()"
      (valueChange)="picked.emit($event.trim())"
    />
    <input type="color" [id]="id" [attr.aria-label]="pickWords()" [value]="shown()" (input)="pick($event)" />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--s3);
      align-items: start;
    }
    input {
      width: 3.5rem;
      height: 2.875rem;
      // Beside the box, below its label.
      margin-top: calc(1.5em + var(--s1));
      padding: 3px;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-s);
      background: var(--raised);
      cursor: pointer;
    }
  `,
})
export class ColorField {
  readonly label = input.required<string>();
  /** What the box beside it is for, in which a color is picked. */
  readonly pickWords = input.required<string>();
  readonly name = input.required<string>();
  readonly value = input.required<string>();
  readonly hint = input.required<string>();
  readonly error = input<string | null>(null);
  readonly picked = output<string>();

  protected readonly id = `color-${String((count += 1))}`;
  /** The browser's own takes nothing but whole colors. */
  protected readonly shown = computed(() => (isColor(this.value()) ? this.value().toLowerCase() : '#000000'));

  protected pick({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.picked.emit(target.value);
  }
}
