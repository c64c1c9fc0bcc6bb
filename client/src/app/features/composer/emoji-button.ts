import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';
import { LateCode } from '../../shared/ui/late/late-code';
import { EmojiLayer } from './emoji-layer';

@Component({
  selector: 'app-emoji-button',
  imports: [EmojiLayer, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button
      #button
      class="icon-button"
      type="button"
      aria-label="Emoji"
      i18n-aria-label
      aria-haspopup="dialog"
      [attr.aria-expanded]="open()"
      (click)="toggle()"
    >
      <app-icon name="smile" />
    </button>
    @if (open()) {
      @defer (on immediate) {
        <app-emoji-layer [origin]="button" (picked)="open.set(false); picked.emit($event)" (closed)="open.set(false)" />
      }
    }
  `,
})
export class EmojiButton {
  readonly picked = output<string>();

  protected readonly open = signal(false);
  private readonly code = inject(LateCode);

  constructor() {
    this.code.loadAtRest(loadLayer);
  }

  protected async toggle(): Promise<void> {
    const opens = !this.open() && (await this.code.load(loadLayer)) !== null;
    this.open.set(opens);
  }
}

const loadLayer = (): Promise<unknown> => import('./emoji-layer');
