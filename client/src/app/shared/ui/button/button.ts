import { booleanAttribute, ChangeDetectionStrategy, Component, input } from '@angular/core';

/**
 * A button for the first screens, as Material's looks: that one's code is a tenth of what the front page loads. While something is under way it keeps the
 * focus, and does nothing.
 */
@Component({
  selector: 'button[appButton], a[appButton]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '[class.filled]': "appButton() === 'filled'",
    '[class.tonal]': "appButton() === 'tonal'",
    '[class.outlined]': "appButton() === 'outlined'",
    '[attr.aria-disabled]': 'disabled() || null',
    '(click)': 'clicked($event)',
  },
  template: '<ng-content />',
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      min-height: 2.75rem;
      padding: 0.25rem 1.5rem;
      border: 1px solid transparent;
      border-radius: var(--radius-s);
      background: none;
      color: var(--accent);
      font-size: 0.875rem;
      font-weight: 600;
      line-height: 1.25;
      text-align: center;
      text-decoration: none;
      cursor: pointer;
    }
    :host(:hover) {
      background: color-mix(in oklab, var(--accent) 8%, transparent);
    }
    :host(.filled) {
      background: var(--accent);
      color: var(--on-accent);
    }
    :host(.filled:hover) {
      background: color-mix(in oklab, var(--accent) 92%, var(--on-accent));
    }
    :host(.tonal) {
      background: var(--accent-soft);
      color: var(--on-accent-soft);
    }
    :host(.tonal:hover) {
      background: color-mix(in oklab, var(--accent-soft) 92%, var(--on-accent-soft));
    }
    :host(.outlined) {
      border-color: var(--line-strong);
      color: var(--ink);
    }
    :host([aria-disabled='true']) {
      opacity: 0.55;
      cursor: default;
    }
    @media (forced-colors: active) {
      :host {
        border-color: ButtonText;
      }
    }
  `,
})
export class Button {
  readonly appButton = input<'' | 'filled' | 'tonal' | 'outlined'>('');
  readonly disabled = input(false, { transform: booleanAttribute });

  /** A form is not sent by it either. */
  protected clicked(event: Event): void {
    if (!this.disabled()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
