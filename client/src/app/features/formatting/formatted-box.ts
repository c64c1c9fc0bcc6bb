import { Directive, ElementRef, inject, signal } from '@angular/core';
import { typeText } from '../../shared/ui/field/type-text';
import { hasCommandKey } from '../../shared/ui/keyboard/command-key';
import { formatAskedFor } from './format-tools';
import { type Format, toggled } from './formatting';

/** A box whose text can be formatted and looked at as others will see it: by keys, and by what stands beside it. */
@Directive({ selector: 'textarea[appFormattedBox]', exportAs: 'appFormattedBox' })
export class FormattedBox {
  readonly box = inject<ElementRef<HTMLTextAreaElement>>(ElementRef).nativeElement;
  private readonly preview = signal(false);
  readonly previewing = this.preview.asReadonly();

  togglePreview(): void {
    this.preview.update((shown) => !shown);
  }

  closePreview(): void {
    this.preview.set(false);
  }

  /** Gives the selected words a format, or takes it from them. Ctrl Z takes it back. */
  format(format: Format): void {
    const { value: text, selectionStart: from, selectionEnd: to } = this.box;
    const edit = toggled({ text, from, to }, format);
    typeText(this.box, edit.text, edit.from, edit.to);
    this.box.setSelectionRange(edit.selection.from, edit.selection.to);
  }

  /** Does what a key asks for; false where that is nothing of this. */
  pressed(event: KeyboardEvent): boolean {
    if (isPreviewKey(event)) {
      this.togglePreview();
      return true;
    }
    const format = formatAskedFor(event, this.box.selectionStart !== this.box.selectionEnd);
    if (format) this.format(format);
    return format !== null;
  }
}

/** Where a third key makes signs, as AltGr does, it is none. */
function isPreviewKey(event: KeyboardEvent): boolean {
  return event.code === 'KeyP' && event.altKey && hasCommandKey(event) && !event.getModifierState('AltGraph');
}
