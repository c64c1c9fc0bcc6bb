import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { CopyButton } from '../../shared/ui/feedback/copy-button';

/** What is shown once: a token, or an address that holds a secret. */
@Component({
  selector: 'app-secret-note',
  imports: [CopyButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status' },
  template: `
    <p class="lead">{{ lead() }}</p>
    <code dir="ltr">{{ text() }}</code>
    <app-copy-button [text]="text()" [label]="label()" />
  `,
  styles: `
    :host {
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
  readonly text = input.required<string>();
  readonly label = input($localize`Copy`);
}
