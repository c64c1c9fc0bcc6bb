import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { PrivateStorage } from '../../core/session/private-storage';
import { SessionStore } from '../../core/session/session.store';
import { ChatScreen } from '../../feed/chat-screen.store';
import { bodyOf } from '../../shared/text/shows-nothing';
import { OutboxStore } from './outbox.store';
import { TypingStore } from './typing.store';
import { UploadsStore } from './uploads.store';

const LONGEST_BODY = 8_000;

/** What the viewer is writing: one draft for each room, which survives a reload. */
@Injectable({ providedIn: 'root' })
export class ComposerStore {
  private readonly outbox = inject(OutboxStore);
  private readonly screen = inject(ChatScreen);
  private readonly session = inject(SessionStore);
  private readonly storage = inject(PrivateStorage);
  private readonly typing = inject(TypingStore);
  private readonly uploads = inject(UploadsStore);

  private readonly drafts = linkedSignal<string | null, ReadonlyMap<string, string>>({
    source: this.session.userId,
    computation: () => new Map(),
  });

  readonly draft = computed(() => {
    const roomId = this.screen.roomId();
    if (roomId === null) return '';
    return this.drafts().get(roomId) ?? this.storage.read(this.keyOf(roomId)) ?? '';
  });

  /** What the writer has to mend before it can be sent. */
  readonly fault = computed(() => {
    const over = Array.from(this.draft()).length - LONGEST_BODY;
    if (over > 0) return `This message is too long by ${over === 1 ? 'one character' : `${String(over)} characters`}.`;
    return this.uploads.tooMany() ? 'A message takes at most 10 files.' : null;
  });

  readonly disabledReason = computed(() => {
    return this.fault() ?? (this.uploads.uploading() ? 'Your files are still on their way.' : null);
  });

  readonly canSend = computed(() => {
    // While the messages of one's own room are still on their way, what is written waits in the outbox like anything else.
    if ((this.screen.room()?.role ?? null) === null || this.disabledReason() !== null) return false;
    return bodyOf(this.draft()) !== '' || this.uploads.ready().length > 0;
  });

  setDraft(text: string): void {
    const roomId = this.screen.roomId();
    if (roomId === null) return;
    this.keep(roomId, text);
    if (text.trim() !== '') this.typing.typed(roomId);
  }

  send(): void {
    const roomId = this.screen.roomId();
    if (roomId === null || !this.canSend()) return;
    const body = bodyOf(this.draft());
    this.outbox.add(roomId, body, this.uploads.take());
    this.keep(roomId, '');
    this.typing.sent(roomId);
  }

  private keep(roomId: string, text: string): void {
    this.drafts.update((drafts) => new Map(drafts).set(roomId, text));
    this.storage.write(this.keyOf(roomId), text);
  }

  private keyOf(roomId: string): string {
    return `draft.${this.session.userId() ?? ''}.${roomId}`;
  }
}
