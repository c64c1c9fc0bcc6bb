import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { shortcutInWords } from '../../shared/ui/keyboard/command-key';
import { FORMAT_TOOLS, type FormatTool } from './format-tools';
import { type Format, hasFormat } from './formatting';
import type { Selected } from './selected';

/** One stop on the way of Tab, and arrows from button to button. After the pattern of a toolbar (ARIA Authoring Practices). */
@Component({
  selector: 'app-formatting-bar',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    role: 'toolbar',
    '[attr.aria-label]': 'label()',
    '(keydown)': 'pressed($event)',
    '(document:selectionchange)': 'look()',
  },
  template: `
    @for (tool of tools; track tool.format; let index = $index) {
      <button
        class="icon-button"
        type="button"
        [attr.aria-label]="tool.name()"
        [attr.aria-pressed]="active().has(tool.format)"
        [attr.aria-keyshortcuts]="tool.keys && inAria(tool.keys)"
        [title]="titleOf(tool)"
        [tabindex]="index === current() ? 0 : -1"
        (mousedown)="$event.preventDefault()"
        (focus)="current.set(index)"
        (click)="given.emit(tool.format)"
      >
        <app-icon [name]="tool.icon" [size]="18" />
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      padding: var(--s1) var(--s1) 0;
    }

    /* Two even rows, each button as wide as there is room. */
    @media (width < 30rem) {
      :host {
        display: grid;
        grid-template-columns: repeat(5, 1fr);
      }

      button {
        width: 100%;
      }
    }
  `,
})
export class FormattingBar {
  readonly box = input.required<HTMLTextAreaElement>();
  readonly label = input($localize`Formatting`);
  readonly given = output<Format>();

  protected readonly tools = FORMAT_TOOLS;
  protected readonly current = signal(0);
  protected readonly active = computed<ReadonlySet<Format>>(() => {
    const selected = this.selected();
    const has = selected ? FORMAT_TOOLS.filter(({ format }) => hasFormat(selected, format)) : [];
    return new Set(has.map(({ format }) => format));
  });
  private readonly selected = signal<Selected | null>(null);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    // Also of what was selected before the bar was there.
    afterNextRender(() => {
      this.look();
    });
  }

  /** What is selected in the box now. */
  protected look(): void {
    const { value, selectionStart, selectionEnd } = this.box();
    this.selected.set({ text: value, from: selectionStart, to: selectionEnd });
  }

  protected titleOf({ keys, name }: FormatTool): string {
    return keys === null ? name() : $localize`${name()}:format: (${shortcutInWords(keys)}:keys:)`;
  }

  protected inAria(keys: string): string {
    return keys.replace('Ctrl', 'Control');
  }

  protected pressed(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const to = placeFor(event.key, this.current(), getComputedStyle(this.element).direction === 'rtl');
    if (to === null) return;
    event.preventDefault();
    this.element.querySelectorAll('button')[(to + FORMAT_TOOLS.length) % FORMAT_TOOLS.length]?.focus();
  }
}

function placeFor(key: string, current: number, isMirrored: boolean): number | null {
  switch (key) {
    case 'ArrowRight':
      return current + (isMirrored ? -1 : 1);
    case 'ArrowLeft':
      return current + (isMirrored ? 1 : -1);
    case 'Home':
      return 0;
    case 'End':
      return FORMAT_TOOLS.length - 1;
    default:
      return null;
  }
}
