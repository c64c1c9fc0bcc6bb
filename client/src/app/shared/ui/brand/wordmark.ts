import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Brand } from './brand';

/** The name of the server with the mark of the house: a cup seen from above that is also a word being said. */
@Component({
  selector: 'app-wordmark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M16 3a13 13 0 1 1-6.1 24.5L4 29.4l1.8-5.8A13 13 0 0 1 16 3z" fill="currentColor" />
      <circle cx="16" cy="16" r="7.6" fill="none" stroke="var(--behind-mark, var(--panel))" stroke-width="1.8" />
      <circle cx="16" cy="16" r="4.4" fill="var(--behind-mark, var(--panel))" />
    </svg>
    <span dir="auto">{{ brand.name() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      min-width: 0;
      align-items: center;
      gap: 0.4em;
      font: 600 1.5rem / 1 var(--font-display);
      letter-spacing: -0.005em;
    }
    svg {
      flex: none;
      width: 1.05em;
      height: 1.05em;
    }
    span {
      overflow: hidden;
      padding-block: 0.12em;
      line-height: 1.15;
      text-overflow: ellipsis;
      white-space: var(--wordmark-wrap, nowrap);
    }
  `,
})
export class Wordmark {
  protected readonly brand = inject(Brand);
}
