import { ChangeDetectionStrategy, Component, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { Button } from '../../shared/ui/button/button';
import { AnswerBar } from '../answers';
import { FormattedBox, FormattingBar, FormattingChoice, FormattingToggles, MessagePreview } from '../formatting';
import { TimelinePlace } from '../../feed/timeline-place';
import { AutoGrow } from '../../shared/ui/field/auto-grow';
import { incomingText, oversized } from '../../shared/ui/field/incoming-text';
import { typeText } from '../../shared/ui/field/type-text';
import { Icon } from '../../shared/ui/icon/icon';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { hovers } from '../../shared/ui/focus/hovers';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { enterKeyHint, enterSends } from '../../shared/ui/keyboard/enter-key';
import { partToPaste, readClipboard } from './clipboard';
import { CommandStore } from './command.store';
import { Completions } from './completions.store';
import { ComposerStore } from './composer.store';
import { droppedFiles } from './dropped-files';
import { EmojiButton } from './emoji-button';
import { OutsideMentionsNotice } from './outside-mentions-notice';
import { SuggestionList } from './suggestion-list';
import { UploadList } from './upload-list';
import { UploadsStore } from './uploads.store';

@Component({
  selector: 'app-composer',
  imports: [
    AnswerBar,
    AutoGrow,
    EmojiButton,
    FormattedBox,
    FormattingBar,
    FormattingToggles,
    Icon,
    Button,
    MessagePreview,
    OutsideMentionsNotice,
    SuggestionList,
    UploadList,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './composer.html',
  styleUrl: './composer.scss',
})
export class Composer {
  /** What a screen reader calls the box. */
  readonly label = input.required<string>();
  readonly placeholder = input($localize`Write a message`);
  readonly sent = output();
  /** ArrowUp in an empty box asks to edit one's last message. */
  readonly editLast = output();

  protected readonly place = inject(TimelinePlace);
  protected readonly store = inject(ComposerStore);
  protected readonly uploads = inject(UploadsStore);
  protected readonly completions = inject(Completions);
  protected readonly commands = inject(CommandStore);
  protected readonly formatting = inject(FormattingChoice);
  protected readonly enterKeyHint = enterKeyHint();
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');
  private readonly formatted = viewChild.required(FormattedBox);

  focus(): void {
    this.box().nativeElement.focus();
  }

  protected typed(): void {
    const { value, selectionStart } = this.box().nativeElement;
    this.store.setDraft(value);
    this.completions.suggest(value, selectionStart);
  }

  protected pressed(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (this.pressedInList(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (this.formatted().pressed(event)) {
      event.preventDefault();
      // Ctrl K without a selection finds a room: with one it is a link.
      event.stopPropagation();
    } else if (enterSends(event)) {
      event.preventDefault();
      this.send();
    } else if (event.key === 'ArrowUp' && this.store.draft() === '') {
      event.preventDefault();
      this.editLast.emit();
    } else if (event.key === 'Escape' && this.store.replyTo()) {
      event.preventDefault();
      this.dropAnswer();
    }
  }

  protected send(): void {
    this.focus();
    if (!this.store.canSend()) return;
    this.completions.close();
    void this.store.send().then((isGone) => {
      if (!isGone) return;
      this.formatted().closePreview();
      this.sent.emit();
    });
  }

  protected picked(input: HTMLInputElement): void {
    this.uploads.add(Array.from(input.files ?? []));
    input.value = '';
    // A touch screen's keyboard would come up by itself, over the files.
    if (hovers()) this.focus();
  }

  protected pasted(event: ClipboardEvent): void {
    const data = event.clipboardData;
    if (!data) return;
    const clipboard = readClipboard(data);
    const part = partToPaste(clipboard);
    // Text the browser puts in by itself, so that it can be undone.
    if (part === 'text' || part === 'nothing') return;
    event.preventDefault();
    if (part === 'files') this.uploads.addDropped(droppedFiles(data));
    else {
      this.insert(clipboard.htmlText.trim());
      this.store.askAboutPaste(clipboard.htmlText.trim());
    }
  }

  protected complete(index?: number): void {
    const completed = this.completions.accept(index);
    if (completed) typeText(this.box().nativeElement, completed.text, completed.from, completed.to);
  }

  protected insert(text: string): void {
    const { selectionStart, selectionEnd } = this.box().nativeElement;
    typeText(this.box().nativeElement, text, selectionStart, selectionEnd);
  }

  /** Before the browser takes in what was pasted, dropped or typed: some megabytes would stop the page. */
  protected coming(event: InputEvent): void {
    const refused = oversized(this.box().nativeElement, incomingText(event), this.store.maxLength());
    if (refused) event.preventDefault();
    const isBrought = event.inputType.startsWith('insertFrom');
    // What goes in takes the place of what did not.
    if (refused || isBrought) this.store.ask(refused);
    if (!refused && isBrought) this.store.askAboutPaste(incomingText(event));
  }

  protected keepPasted(): void {
    this.store.askAboutPaste(null);
    this.focus();
  }

  /** Ctrl Z brings it back. */
  protected sendPastedAsFile(): void {
    const pasted = this.store.pasted();
    const box = this.box().nativeElement;
    const at = pasted === null ? -1 : box.value.indexOf(pasted);
    this.store.sendPastedAsFile();
    if (pasted !== null && at >= 0) typeText(box, '', at, at + pasted.length);
    this.focus();
  }

  protected sendAsFile(): void {
    const box = this.box().nativeElement;
    // Ctrl Z brings back what has gone into the file.
    if (this.store.sendAsFile()) typeText(box, '', 0, box.value.length);
    this.focus();
  }

  protected dropAnswer(): void {
    this.store.dropAnswer();
    this.focus();
  }

  protected dismiss(): void {
    this.store.ask(null);
    focusWriting(this.place.idPrefix);
  }

  private pressedInList(event: KeyboardEvent): boolean {
    const list = this.completions.open();
    if (!list) return false;
    switch (event.key) {
      case 'ArrowDown':
        list.move(1);
        return true;
      case 'ArrowUp':
        list.move(-1);
        return true;
      case 'Enter':
      case 'Tab':
        this.complete();
        return true;
      case 'Escape':
        list.close();
        return true;
      default:
        return false;
    }
  }
}
