import { computed, inject, Injectable, signal } from '@angular/core';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { ChatStateStore } from '../../feed/chat-state.store';
import { ConnectionStore } from '../../feed/connection.store';
import { TimelinePlace } from '../../feed/timeline-place';
import { countdownText, everyInText } from '../../shared/text/durations';
import { charactersOver } from '../../shared/text/length';
import { bodyOf } from '../../shared/text/shows-nothing';
import type { Oversized } from '../../shared/ui/field/incoming-text';
import { Answering } from '../answers';
import { DraftsStore } from '../drafts';
import { OutboxStore } from '../outbox';
import { CommandStore } from './command.store';
import { isLongPaste, pasteQuestion, textFile } from './text-file';
import { SlowModeStore } from './slow-mode.store';
import { type TypedCommand, typedCommand, withoutSecondSlash } from './typed-command';
import { TypingStore } from './typing.store';
import { UploadsStore } from './uploads.store';
import { formatMessage } from '../../shared/language/format-message';

/** What the viewer is writing in a room or a thread. One for each composer. */
@Injectable()
export class ComposerStore {
  private readonly answering = inject(Answering);
  private readonly commands = inject(CommandStore);
  private readonly drafts = inject(DraftsStore);
  private readonly outbox = inject(OutboxStore);
  private readonly chat = inject(ChatStateStore);
  private readonly connection = inject(ConnectionStore);
  private readonly place = inject(TimelinePlace);
  private readonly server = inject(ServerInfoStore);
  private readonly slowMode = inject(SlowModeStore);
  private readonly typing = inject(TypingStore);
  private readonly uploads = inject(UploadsStore);

  readonly draft = computed(() => this.drafts.of(this.place.key));

  /** The message that is being answered. */
  readonly replyTo = computed(() => this.answering.of(this.place));

  /** The longest message, in characters. */
  readonly maxLength = computed(() => this.server.info().messageMaxLength);
  private readonly charactersOver = computed(() => charactersOver(this.draft(), this.maxLength()));

  /** What the writer has to mend before it can be sent. */
  readonly fault = computed(() => {
    const over = this.charactersOver();
    if (over > 0)
      return formatMessage(
        $localize`{count, plural, =1 {This message is one character too long.} other {This message is # characters too long.}}`,
        { count: over },
      );
    if (!this.uploads.tooMany()) return null;
    const { attachmentsMax } = this.server.info();
    return formatMessage(
      $localize`{count, plural, =1 {You can attach up to one file to a message.} other {You can attach up to # files to a message.}}`,
      { count: attachmentsMax },
    );
  });

  /** Too long for a message, and not for a file. */
  readonly tooLong = computed(() => this.charactersOver() > 0);

  private readonly refusedText = signal<Oversized | null>(null);
  /** What was to come into the box and is far too long for it, in a sentence. */
  readonly offer = computed(() => {
    const refused = this.refusedText();
    if (!refused) return null;
    const max = this.maxLength();
    const words = refused.isWhole
      ? $localize`With the text you added, your message is too long ({count, plural, =1 {1 character} other {# characters}}; a message holds {max}). Attach it all as a file?`
      : $localize`The text you added is too long ({count, plural, =1 {1 character} other {# characters}}; a message holds {max}). Attach it as a file?`;
    return formatMessage(words, { count: charactersOver(refused.text, max) + max, max });
  });

  private readonly longPaste = signal<string | null>(null);
  /** What was pasted, stands in the box and would better be a file, while it is as it came. */
  readonly pasted = computed(() => {
    const text = this.longPaste();
    return text !== null && this.draft().includes(text) ? text : null;
  });
  readonly pasteOffer = computed(() => {
    const text = this.pasted();
    return text === null ? null : pasteQuestion(text);
  });

  private readonly unkept = signal(false);
  /** Nobody should find out by a reload. */
  readonly keptNowhere = computed(() => this.unkept() && this.draft() !== '');

  readonly disabledReason = computed(() => {
    return this.fault() ?? (this.isUploading() ? $localize`Your files are still uploading.` : this.slowModeReason());
  });

  /** Without a connection a message need not wait here for its files: it waits with them in the outbox. */
  private readonly isUploading = computed(() => this.uploads.uploading() && this.connection.state() !== 'lost');

  /** It stays the same while the seconds run: a screen reader would read each of them. */
  private readonly slowModeReason = computed(() =>
    this.slowMode.isWaiting()
      ? $localize`Slow mode: you can send one message ${everyInText(this.slowMode.seconds())}:every:.`
      : null,
  );
  /** What runs beside it, to be looked at. */
  readonly countdown = computed(() =>
    this.fault() === null && !this.isUploading() && this.slowMode.isWaiting()
      ? countdownText(this.slowMode.secondsLeft())
      : null,
  );

  readonly canSend = computed(() => {
    // While the messages of one's own room are still on their way, what is written waits in the outbox like anything else.
    if (!this.chat.state()?.rooms.has(this.place.roomId) || this.disabledReason() !== null) return false;
    if (this.commands.isBusy()) return false;
    return bodyOf(this.draft()) !== '' || this.uploads.ready().length > 0 || this.uploads.awaited().length > 0;
  });

  setDraft(text: string): void {
    this.keep(text);
    this.commands.forgetNotice();
    const { roomId, threadId } = this.place;
    // Who is typing is told of rooms alone.
    if (text.trim() !== '' && threadId === null) this.typing.typed(roomId);
  }

  /** True where what was written has gone: a message into the outbox, a command to its bot. */
  async send(): Promise<boolean> {
    if (!this.canSend()) return false;
    const command = typedCommand(this.draft());
    // Files go with a message.
    if (command && this.uploads.uploads().length === 0) return this.invoke(command);
    this.post();
    return true;
  }

  private async invoke(command: TypedCommand): Promise<boolean> {
    const draft = this.draft();
    if (!(await this.commands.invoke(command, draft))) return false;
    // Unless something else is being written by now.
    if (this.draft() === draft) this.keep('');
    return true;
  }

  private post(): void {
    const { roomId, threadId } = this.place;
    const body = withoutSecondSlash(bodyOf(this.draft()));
    const files = this.uploads.awaited();
    const attachments = files.length > 0 ? [] : this.uploads.take();
    const said = { body, attachments, files, replyTo: this.answering.take(this.place) };
    const nonce = this.outbox.add({ roomId, threadRootId: threadId }, said);
    if (nonce !== null) this.uploads.hold(files, nonce);
    this.keep('');
    this.ask(null);
    this.longPaste.set(null);
    this.typing.sent(roomId);
  }

  dropAnswer(): void {
    this.answering.drop(this.place);
  }

  /** Asks what to do with a text that is too long to come into the box; null once it is decided. */
  ask(oversized: Oversized | null): void {
    this.refusedText.set(oversized);
  }

  /** Asks whether what has come into the box is to be a file; null once it is decided. */
  askAboutPaste(text: string | null): void {
    // As a box holds it.
    const held = text?.replace(/\r\n?/g, '\n') ?? null;
    this.longPaste.set(held !== null && isLongPaste(held) ? held : null);
  }

  /** What was pasted goes with the message as a file. */
  sendPastedAsFile(): void {
    const text = this.pasted();
    if (text !== null) this.uploads.add([textFile(text)]);
    this.longPaste.set(null);
  }

  /** The text that was too long, or the draft that has become so, goes with the message as a file. True where that is all that stands in the box. */
  sendAsFile(): boolean {
    const refused = this.refusedText();
    const text = refused?.text ?? this.draft();
    this.uploads.add([textFile(text)]);
    this.ask(null);
    return refused?.isWhole ?? true;
  }

  private keep(text: string): void {
    this.unkept.set(!this.drafts.keep(this.place.key, text));
  }
}
