import { computed, inject, Injectable, signal } from '@angular/core';
import { ChatScreen } from '../../feed/chat-screen.store';
import { OutboxStore } from './outbox.store';
import { TypingStore } from './typing.store';
import { UploadsStore } from './uploads.store';

const LONGEST_BODY = 8_000;

/** What the viewer is writing: one draft for each room. */
@Injectable({ providedIn: 'root' })
export class ComposerStore {
  private readonly outbox = inject(OutboxStore);
  private readonly screen = inject(ChatScreen);
  private readonly typing = inject(TypingStore);
  private readonly uploads = inject(UploadsStore);

  private readonly drafts = signal<ReadonlyMap<string, string>>(new Map());

  readonly draft = computed(() => this.drafts().get(this.screen.roomId() ?? '') ?? '');

  readonly disabledReason = computed(() => {
    const over = Array.from(this.draft()).length - LONGEST_BODY;
    if (over > 0) return `This message is too long by ${over === 1 ? 'one character' : `${String(over)} characters`}.`;
    if (this.uploads.uploading()) return 'Your files are still on their way.';
    return this.uploads.tooMany() ? 'A message takes at most 10 files.' : null;
  });

  readonly canSend = computed(() => {
    if (this.screen.roomStatus() !== 'member' || this.disabledReason() !== null) return false;
    return this.draft().trim() !== '' || this.uploads.ready().length > 0;
  });

  setDraft(text: string): void {
    const roomId = this.screen.roomId();
    if (roomId === null) return;
    this.drafts.update((drafts) => new Map(drafts).set(roomId, text));
    if (text.trim() !== '') this.typing.typed(roomId);
  }

  send(): void {
    const roomId = this.screen.roomId();
    if (roomId === null || !this.canSend()) return;
    const body = this.draft().trim();
    this.outbox.add(roomId, body, this.uploads.take());
    this.drafts.update((drafts) => new Map(drafts).set(roomId, ''));
    this.typing.sent(roomId);
  }
}
