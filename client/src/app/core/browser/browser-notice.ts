import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { BrowserLimits } from './browser-limits.store';

/** Says what does not work in this browser, until whoever reads it has read it. */
@Component({
  selector: 'app-browser-notice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status' },
  template: `
    @if (!read() && limits.sentences().length > 0) {
      <div>
        <p>{{ limits.sentences().join(' ') }}</p>
        <button type="button" (click)="read.set(true)" i18n>Got it</button>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    div {
      display: flex;
      gap: var(--s3);
      align-items: baseline;
      justify-content: space-between;
      padding: var(--s2) var(--s4);
      background: var(--notice-soft);
      color: var(--on-notice-soft);
      font-size: var(--text-s);
    }
    p {
      margin: 0;
    }
    button {
      flex: none;
      min-height: 2.75rem;
      padding: 0 var(--s3);
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      font-weight: 600;
      text-decoration: underline;
      cursor: pointer;
    }
  `,
})
export class BrowserNotice {
  protected readonly limits = inject(BrowserLimits);
  protected readonly read = signal(false);
}
