import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  viewChild,
} from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { ComposerStore } from './composer.store';
import { EmojiButton } from './emoji-button';
import { EmojiCompletion } from './emoji-completion.store';
import { EmojiSuggestions } from './emoji-suggestions';
import { UploadList } from './upload-list';
import { UploadsStore } from './uploads.store';

@Component({
  selector: 'app-composer',
  imports: [CdkTextareaAutosize, EmojiButton, EmojiSuggestions, Icon, UploadList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './composer.html',
  styleUrl: './composer.scss',
})
export class Composer {
  readonly roomName = input.required<string>();
  readonly sent = output();
  /** ArrowUp in an empty box asks to edit one's last message. */
  readonly editLast = output();

  protected readonly store = inject(ComposerStore);
  protected readonly uploads = inject(UploadsStore);
  protected readonly completion = inject(EmojiCompletion);
  private readonly injector = inject(Injector);
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');

  focus(): void {
    this.box().nativeElement.focus();
  }

  protected typed(): void {
    const { value, selectionStart } = this.box().nativeElement;
    this.store.setDraft(value);
    this.completion.suggest(value, selectionStart);
  }

  protected pressed(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (this.completion.suggestions().length > 0 && this.pressedInList(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === 'ArrowUp' && this.store.draft() === '') {
      event.preventDefault();
      this.editLast.emit();
    }
  }

  protected send(): void {
    this.focus();
    if (!this.store.canSend()) return;
    this.store.send();
    this.completion.close();
    this.sent.emit();
  }

  protected picked(input: HTMLInputElement): void {
    this.uploads.add(Array.from(input.files ?? []));
    input.value = '';
    this.focus();
  }

  protected pasted(event: ClipboardEvent): void {
    const files = Array.from(event.clipboardData?.files ?? []);
    if (files.length === 0) return;
    event.preventDefault();
    this.uploads.add(files);
  }

  protected complete(index?: number): void {
    const completed = this.completion.accept(index);
    if (completed) this.write(completed.text, completed.caret);
  }

  protected insert(emoji: string): void {
    const { value, selectionStart, selectionEnd } = this.box().nativeElement;
    this.write(value.slice(0, selectionStart) + emoji + value.slice(selectionEnd), selectionStart + emoji.length);
  }

  private pressedInList(event: KeyboardEvent): boolean {
    switch (event.key) {
      case 'ArrowDown':
        this.completion.move(1);
        return true;
      case 'ArrowUp':
        this.completion.move(-1);
        return true;
      case 'Enter':
      case 'Tab':
        this.complete();
        return true;
      case 'Escape':
        this.completion.close();
        return true;
      default:
        return false;
    }
  }

  // The caret can be placed only once the new text stands in the box.
  private write(text: string, caret: number): void {
    this.store.setDraft(text);
    const place = (): void => {
      this.focus();
      this.box().nativeElement.setSelectionRange(caret, caret);
    };
    afterNextRender({ write: place }, { injector: this.injector });
  }
}
