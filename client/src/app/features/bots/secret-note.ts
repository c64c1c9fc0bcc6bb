import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { CopyButton } from '../../shared/ui/feedback/copy-button';

/** What is shown once: a token, or an address that holds a secret. It stands there empty before, or a screen reader would tell nobody. */
@Component({
  selector: 'app-secret-note',
  imports: [CopyButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="lead" role="status">{{ text() === null ? '' : lead() }}</p>
    @if (text(); as secret) {
      <code dir="ltr">{{ secret }}</code>
      <app-copy-button [text]="secret" [label]="label()" />
    }
  `,
  styles: `
    :host(:not(:has(code))) {
      margin-top: calc(var(--s4) * -1);
    }
    :host(:has(code)) {
      display: grid;
      gap: var(--s3);
      justify-items: start;
      padding: var(--s4);
      border: 1px solid var(--line);
      border-radius: var(--radius-m);
    }
    .lead {
      font-weight: 600;
      text-wrap: pretty;
    }
    code {
      max-width: 100%;
      overflow-wrap: anywhere;
      white-space: pre-wrap;
      user-select: all;
    }
  `,
})
export class SecretNote {
  readonly lead = input.required<string>();
  readonly text = input.required<string | null>();
  readonly label = input.required<string>();
}
