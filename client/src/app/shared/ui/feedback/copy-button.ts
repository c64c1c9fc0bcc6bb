import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, DestroyRef, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { after } from '../../time/timer';
import { Icon } from '../icon/icon';

const saidForMs = 2500;

/** The CDK's clipboard, because the browser's own is missing on plain http, as on a local network. */
@Component({
  selector: 'app-copy-button',
  imports: [Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button matButton="outlined" type="button" (click)="copy()">
      <app-icon [name]="copied() ? 'check' : 'copy'" [size]="18" />
      <span>{{ copied() ? done : label() }}</span>
    </button>
    <span class="visually-hidden" role="status">{{ copied() ? done : '' }}</span>
  `,
  styles: `
    app-icon {
      margin-inline-end: var(--s2);
      vertical-align: -0.25em;
    }
  `,
})
export class CopyButton {
  readonly text = input.required<string>();
  readonly label = input($localize`Copy`);

  protected readonly done = $localize`Copied`;
  protected readonly copied = signal(false);
  private readonly clipboard = inject(Clipboard);
  private stop: (() => void) | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.stop?.();
    });
  }

  protected copy(): void {
    this.copied.set(this.clipboard.copy(this.text()));
    this.stop?.();
    this.stop = after(saidForMs, () => {
      this.copied.set(false);
    });
  }
}
