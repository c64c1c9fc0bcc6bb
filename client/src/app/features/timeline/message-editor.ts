import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import {
  afterNextRender,
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
import { MatButton } from '@angular/material/button';
import { bodyOf } from '../../shared/text/shows-nothing';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { TimelineStore } from './timeline.store';
import type { TimelineMessage } from './timeline.types';

@Component({
  selector: 'app-message-editor',
  imports: [CdkTextareaAutosize, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './message-editor.html',
  styleUrl: './message-editor.scss',
})
export class MessageEditor {
  readonly message = input.required<TimelineMessage>();

  protected readonly store = inject(TimelineStore);
  /** What is being written outlives whatever happens to the message meanwhile: only another one begins anew. */
  protected readonly body = linkedSignal({
    source: computed(() => this.message().id),
    computation: () => untracked(this.message).body,
  });
  protected readonly busy = signal(false);
  protected readonly error = signal<string | null>(null);
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');
  private readonly autosize = viewChild.required(CdkTextareaAutosize);

  constructor() {
    afterNextRender(() => {
      const box = this.box().nativeElement;
      this.autosize().resizeToFitContent(true);
      box.focus();
      box.setSelectionRange(box.value.length, box.value.length);
      box.scrollIntoView({ block: 'nearest' });
    });
  }

  protected enter(event: Event): void {
    if (!(event instanceof KeyboardEvent) || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    void this.save();
  }

  protected escape(event: Event): void {
    if (isComposing(event)) return;
    event.stopPropagation();
    this.cancel();
  }

  protected cancel(): void {
    this.store.cancelEdit();
    focusWriting();
  }

  protected async save(): Promise<void> {
    const { id, body, attachments } = this.message();
    const written = bodyOf(this.body());
    if (!id || this.busy()) return;
    if (written === body) {
      this.cancel();
      return;
    }
    if (written === '' && attachments.length === 0) {
      this.error.set('Write something, or delete the message instead.');
      return;
    }
    this.busy.set(true);
    const outcome = await this.store.edit(id, written);
    this.busy.set(false);
    this.error.set(outcome.ok ? null : outcome.problem.message);
    if (outcome.ok) focusWriting();
  }
}
