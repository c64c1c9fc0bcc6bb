import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Button } from '../../shared/ui/button/button';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { TimelinePlace } from '../../feed/timeline-place';
import { AutoGrow } from '../../shared/ui/field/auto-grow';
import { incomingText, oversized } from '../../shared/ui/field/incoming-text';
import { typeText } from '../../shared/ui/field/type-text';
import { charactersOver } from '../../shared/text/length';
import { bodyOf } from '../../shared/text/shows-nothing';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { enterKeyHint, enterSends } from '../../shared/ui/keyboard/enter-key';
import { Notes } from '../../shared/ui/feedback/notes';
import { FormattedBox, FormattingBar, FormattingChoice, FormattingToggles, MessagePreview } from '../formatting';
import { type EditDraft, EditDrafts } from './edit-drafts.store';
import { EditingStore } from './editing.store';
import { VirtualScroll } from './scroll/virtual-scroll';
import type { TimelineMessage } from './timeline.types';
import { formatMessage } from '../../shared/language/format-message';

@Component({
  selector: 'app-message-editor',
  imports: [AutoGrow, FormattedBox, FormattingBar, FormattingToggles, Button, MessagePreview],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './message-editor.html',
  styleUrl: './message-editor.scss',
})
export class MessageEditor {
  readonly message = input.required<TimelineMessage>();

  private readonly editing = inject(EditingStore);
  private readonly drafts = inject(EditDrafts);
  protected readonly place = inject(TimelinePlace);
  protected readonly formatting = inject(FormattingChoice);
  private readonly notes = inject(Notes);
  private readonly scroll = inject(VirtualScroll);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly server = inject(ServerInfoStore);
  private readonly maxLength = computed(() => this.server.info().messageMaxLength);
  private readonly id = computed(() => this.message().editId);
  /** What is being written outlives whatever happens to the message meanwhile: only another one begins anew. */
  private readonly begun = linkedSignal<string, EditDraft>({
    source: this.id,
    computation: (id) =>
      untracked(() => {
        const { body } = this.message();
        return this.drafts.of(id)() ?? { text: body, base: body };
      }),
  });
  protected readonly body = computed(() => this.begun().text);
  protected readonly busy = signal(false);
  protected readonly changedMeanwhile = computed(() => !this.busy() && this.message().body !== this.begun().base);
  protected readonly changed = computed(() => this.begun().text !== this.begun().base);
  protected readonly error = signal<string | null>(null);
  protected readonly keptNowhere = signal(false);
  protected readonly enterKeyHint = enterKeyHint();
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');
  private readonly formatted = viewChild.required(FormattedBox);
  protected readonly verb = computed(() => (this.changed() ? $localize`Discard changes` : $localize`Cancel`));
  protected readonly keysHint = computed(() =>
    this.changed()
      ? $localize`Enter saves, Escape closes and keeps your changes`
      : $localize`Enter saves, Escape closes`,
  );

  constructor() {
    afterNextRender(() => {
      const box = this.box().nativeElement;
      box.focus({ preventScroll: true });
      box.setSelectionRange(box.value.length, box.value.length);
      this.bringIntoView();
    });
    // What comes to stand above the box must not push it out of sight.
    afterRenderEffect(() => {
      this.formatting.shown();
      this.formatted().previewing();
      // Where somebody scrolls to afterwards is not looked at: it would take them back each time.
      untracked(() => {
        if (document.activeElement === this.box().nativeElement) this.bringIntoView();
      });
    });
  }

  protected typed(): void {
    this.error.set(null);
    this.write({ text: this.box().nativeElement.value, base: this.begun().base });
  }

  /** Before the browser takes it in: a message holds so much, and some megabytes would stop the page. */
  protected coming(event: InputEvent): void {
    const refused = oversized(this.box().nativeElement, incomingText(event), this.maxLength());
    if (!refused) return;
    event.preventDefault();
    this.error.set(
      formatMessage(
        $localize`{max, plural, =1 {That is too long: a message has at most 1 character. In the box below it can be sent as a file.} other {That is too long: a message has at most # characters. In the box below it can be sent as a file.}}`,
        { max: this.maxLength() },
      ),
    );
  }

  protected pressed(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (this.formatted().pressed(event)) {
      event.preventDefault();
      // Ctrl K without a selection finds a room: with one it is a link.
      event.stopPropagation();
    } else if (enterSends(event)) {
      event.preventDefault();
      void this.save();
    }
  }

  /** Closes, and keeps what was written: Escape is pressed by mistake too easily. */
  protected escape(event: Event): void {
    if (isComposing(event)) return;
    event.stopPropagation();
    if (this.changed()) this.announcements.say($localize`Your changes are kept but not saved.`);
    this.close();
  }

  protected cancel(): void {
    const id = this.id();
    const left = this.begun();
    const lost = this.changed();
    this.drafts.drop(id);
    // Whoever edits it again at once, before anything is drawn, gets this same editor.
    const { body } = this.message();
    this.begun.set({ text: body, base: body });
    this.close();
    if (lost) void this.offerBack(id, left);
  }

  private async offerBack(id: string, left: EditDraft): Promise<void> {
    if (!(await this.notes.offer($localize`Your changes were discarded.`, $localize`Undo`, { duration: 8000 }))) return;
    this.drafts.keep(id, left);
    this.editing.start(id);
  }

  /** What the message says now, in place of what is being written. Ctrl Z takes it back. */
  protected takeNewText(): void {
    const { body } = this.message();
    const box = this.box().nativeElement;
    typeText(box, body, 0, box.value.length);
    this.write({ text: body, base: body });
  }

  protected async save(): Promise<void> {
    const { body, attachments } = this.message();
    const id = this.id();
    const text = bodyOf(this.body());
    if (this.busy()) return;
    if (text === body) {
      this.drafts.drop(id);
      this.close();
      return;
    }
    const fault = faultOf(text, attachments.length > 0, this.maxLength());
    this.error.set(fault);
    if (fault !== null) return;
    this.busy.set(true);
    const outcome = await this.editing.save(this.message(), text);
    this.busy.set(false);
    this.error.set(outcome.ok ? null : outcome.problem.message);
    if (!outcome.ok) return;
    this.announcements.say(
      outcome.value === 'done'
        ? $localize`Changes saved.`
        : $localize`Your changes will be saved when you’re back online.`,
    );
    focusWriting(this.place.idPrefix);
  }

  private write(draft: EditDraft): void {
    this.begun.set(draft);
    if (draft.text === draft.base) this.drafts.drop(this.id());
    else this.keptNowhere.set(!this.drafts.keep(this.id(), draft));
  }

  /** First the timeline makes up for what has grown: afterwards it would take the box away again. */
  private bringIntoView(): void {
    this.scroll.keep();
    const box = this.box().nativeElement;
    // With the buttons below it; the box itself where the window is too low for both.
    box.form?.scrollIntoView({ block: 'nearest' });
    box.scrollIntoView({ block: 'nearest' });
  }

  private close(): void {
    this.editing.cancel();
    focusWriting(this.place.idPrefix);
  }
}

function faultOf(text: string, hasFiles: boolean, maxLength: number): string | null {
  if (text === '' && !hasFiles) return $localize`Write something, or delete the message instead.`;
  const over = charactersOver(text, maxLength);
  return over > 0
    ? formatMessage(
        $localize`{count, plural, =1 {This message is too long by one character.} other {This message is too long by # characters.}}`,
        { count: over },
      )
    : null;
}
