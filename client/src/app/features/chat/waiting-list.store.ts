import { computed, inject, Injectable } from '@angular/core';
import { ChatStateStore } from '../../feed/chat-state.store';
import { remarksInText } from '../../shared/language/lists';
import { markdownToText } from '../../shared/text/markdown';
import { isChange, type OutboxItem, OutboxStore } from '../outbox';
import { ReactionsStore } from '../reactions';
import { ReadMarks } from '../reading';

/** Something that waits to be sent, in words for whoever did it. */
export interface WaitingRow {
  readonly key: string;
  readonly what: string;
  readonly roomName: string;
  /** What was written; null where nothing was. */
  readonly text: string | null;
  readonly isFailed: boolean;
  readonly problem: string | null;
  /** Null while it is on its way. */
  readonly discard: (() => void) | null;
  readonly sendAgain: (() => void) | null;
}

/** All that waits to be sent, wherever it was done, in words. It is loaded with the list that shows it. */
@Injectable({ providedIn: 'root' })
export class WaitingList {
  private readonly chat = inject(ChatStateStore);
  private readonly marks = inject(ReadMarks);
  private readonly outbox = inject(OutboxStore);
  private readonly reactions = inject(ReactionsStore);

  readonly rows = computed<readonly WaitingRow[]>(() => [
    ...this.outbox
      .items()
      .filter(({ state }) => state !== 'sent')
      .map((item) => this.rowOf(item)),
    ...this.reactions.waiting().map((wish) => ({
      key: `${wish.messageId} ${wish.emoji}`,
      what: wish.isOn ? $localize`Reaction ${wish.emoji}:emoji:` : $localize`Reaction ${wish.emoji}:emoji: taken back`,
      roomName: this.nameOf(wish.roomId),
      ...{ text: null, isFailed: false, problem: null, sendAgain: null },
      discard: () => {
        this.reactions.takeBack(wish);
      },
    })),
  ]);

  /** In how many rooms and threads something was read that the server does not know of. It is told by itself. */
  readonly marksWaiting = computed(() => this.marks.waiting());

  private rowOf(item: OutboxItem): WaitingRow {
    const isFailed = item.state === 'failed';
    const text = textOf(item);
    return {
      key: item.nonce,
      what: whatOf(item),
      roomName: this.nameOf(item.roomId),
      text: text === null ? null : markdownToText(text),
      isFailed,
      problem: item.problem,
      discard:
        item.state === 'sending'
          ? null
          : () => {
              this.outbox.discard(item.nonce);
            },
      sendAgain: isFailed
        ? () => {
            this.outbox.sendAgain(item.nonce);
          }
        : null,
    };
  }

  private nameOf(roomId: string): string {
    return this.chat.state()?.rooms.get(roomId)?.room.name ?? $localize`a room that you are no longer in`;
  }
}

function whatOf(item: OutboxItem): string {
  if (!isChange(item)) return item.threadRootId ? $localize`Reply in a thread` : $localize`Message`;
  const { change } = item;
  if (change.kind === 'edit') return $localize`:what was done|:Edit`;
  if (change.kind === 'delete') return $localize`Deletion`;
  return change.isPinned ? $localize`:what was done|:Pin` : $localize`:what was done|:Unpin`;
}

function textOf(item: OutboxItem): string | null {
  if (isChange(item)) return item.change.kind === 'edit' ? item.change.body : null;
  return item.body === '' ? remarksInText(item.attachments.map(({ name }) => name)) : item.body;
}
