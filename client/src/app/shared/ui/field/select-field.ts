import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { Icon } from '../icon/icon';

export interface Choice {
  readonly value: string;
  readonly words: string;
}

let count = 0;

/** A labelled choice of one; the browser's own, which phones and screen readers know best. */
@Component({
  selector: 'app-select-field',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label [for]="id">{{ label() }}</label>
    <div class="line" [class.at-fault]="error()">
      <select
        [id]="id"
        [attr.name]="name()"
        [attr.aria-invalid]="error() ? true : null"
        [attr.aria-describedby]="describedBy()"
        (change)="read($event)"
      >
        @for (choice of choices(); track choice.value) {
          <option [value]="choice.value" [selected]="choice.value === value()">{{ choice.words }}</option>
        }
      </select>
    </div>
    @if (error(); as sentence) {
      <p class="error" [id]="id + '-error'"><app-icon name="circle-alert" [size]="16" />{{ sentence }}</p>
    } @else if (hint(); as words) {
      <p class="hint" [id]="id + '-hint'">{{ words }}</p>
    }
  `,
  styleUrl: './text-field.scss',
})
export class SelectField {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly value = model('');
  readonly name = input<string>();
  readonly hint = input<string>();
  readonly error = input<string | null>();

  protected readonly id = `select-${String((count += 1))}`;
  protected readonly describedBy = computed(() => {
    if (this.error()) return `${this.id}-error`;
    return this.hint() ? `${this.id}-hint` : null;
  });

  protected read({ target }: Event): void {
    if (target instanceof HTMLSelectElement) this.value.set(target.value);
  }
}
