import { Clipboard } from '@angular/cdk/clipboard';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { after } from '../../time/timer';
import { setTabStop } from '../focus/tab-stops';
import { Icon } from '../icon/icon';
import { formatMessage } from '../../language/format-message';

const SAID_FOR_MS = 2500;

/** What can be done with code: copy it, and unfold it where it is long. */
@Component({
  selector: 'app-code-tools',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button class="copy icon-button" type="button" [attr.aria-label]="copyName()" [title]="copyName()" (click)="copy()">
      <app-icon [name]="state() === 'copied' ? 'check' : 'copy'" [size]="16" />
    </button>
    <span class="visually-hidden" role="status">{{ news() }}</span>
    @if (lines() > 0) {
      <button
        class="fold"
        type="button"
        [attr.aria-expanded]="!folded()"
        (click)="folded() ? unfolded.emit() : foldedAgain.emit()"
      >
        {{ foldVerb() }}
      </button>
    }
  `,
  styleUrl: './code-tools.scss',
})
export class CodeTools {
  readonly code = input.required<string>();
  /** The name of its language, where it is known. */
  readonly language = input<string | null>(null);
  /** How many lines it has, where it is long; else 0. */
  readonly lines = input(0);
  readonly folded = input(false);
  readonly unfolded = output();
  readonly foldedAgain = output();

  protected readonly copyName = computed(() => {
    const language = this.language();
    return language === null ? $localize`Copy code` : $localize`Copy ${language}:language: code`;
  });
  protected readonly foldVerb = computed(() =>
    this.folded()
      ? formatMessage($localize`{count, plural, one {Show all # lines} other {Show all # lines}}`, {
          count: this.lines(),
        })
      : $localize`Show less`,
  );
  protected readonly state = signal<'idle' | 'copied' | 'failed'>('idle');
  protected readonly news = computed(() => {
    const state = this.state();
    return state === 'idle'
      ? ''
      : state === 'copied'
        ? $localize`Code copied.`
        : $localize`The code couldn’t be copied.`;
  });
  // The CDK's, because the browser's own is missing on plain http, as on a local network.
  private readonly clipboard = inject(Clipboard);
  private stop: (() => void) | undefined;

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // The message around may be out of the order of Tab by now.
    afterNextRender(() => {
      for (const button of element.querySelectorAll('button')) setTabStop(button, true);
    });
    inject(DestroyRef).onDestroy(() => {
      this.stop?.();
    });
  }

  protected copy(): void {
    this.state.set(this.clipboard.copy(this.code()) ? 'copied' : 'failed');
    this.stop?.();
    this.stop = after(SAID_FOR_MS, () => {
      this.state.set('idle');
    });
  }
}
