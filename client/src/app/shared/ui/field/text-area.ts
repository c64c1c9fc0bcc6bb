import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { Icon } from '../icon/icon';

let count = 0;

/** A labelled box for a few lines. */
@Component({
  selector: 'app-text-area',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label [for]="id">
      {{ label() }}
      @if (optional()) {
        <span class="optional" i18n>optional</span>
      }
    </label>
    <div class="line" [class.at-fault]="error()">
      <textarea
        rows="4"
        dir="auto"
        [id]="id"
        [attr.name]="name()"
        [attr.maxlength]="2 * maxlength()"
        [attr.aria-invalid]="error() ? true : null"
        [attr.aria-describedby]="error() ? id + '-error' : id + '-hint'"
        [value]="value()"
        (input)="read($event)"
      ></textarea>
    </div>
    @if (error(); as sentence) {
      <p class="error" [id]="id + '-error'"><app-icon name="circle-alert" [size]="16" />{{ sentence }}</p>
    } @else {
      <p class="hint" [id]="id + '-hint'" i18n>Up to {{ maxlength() }} characters.</p>
    }
  `,
  styleUrl: './text-field.scss',
})
export class TextArea {
  readonly label = input.required<string>();
  /** In characters, as the server counts them. */
  readonly maxlength = input.required<number>();
  readonly value = model('');
  readonly name = input<string>();
  readonly error = input<string | null>();
  readonly optional = input(false);

  protected readonly id = `text-area-${String((count += 1))}`;

  protected read({ target }: Event): void {
    if (target instanceof HTMLTextAreaElement) this.value.set(target.value);
  }
}
