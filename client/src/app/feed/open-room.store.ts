import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Person, Room, RoomRole } from '../core/graphql/model';
import { SessionStore } from '../core/session/session.store';
import { ChatStateStore } from './chat-state.store';
import { othersIn } from './direct-rooms';
import { RoomPreviews } from './room-previews.store';

export interface OpenRoom extends Room {
  /** Null for whoever looks at it from outside. */
  readonly role: RoomRole | null;
}

export interface Opened {
  readonly roomId: string | null;
  readonly threadId: string | null;
  readonly number: number | null;
}

/** Which room is open, and what is known of it. */
@Injectable({ providedIn: 'root' })
export class OpenRoomStore {
  private readonly chat = inject(ChatStateStore);
  private readonly previews = inject(RoomPreviews);
  private readonly session = inject(SessionStore);

  private readonly opened = signal<{ readonly roomId: string | null } | null>(null);

  private readonly askedFor = signal<{ readonly number: number } | null>(null);
  private readonly thread = signal<string | null>(null);

  /** The thread that is open in the room. */
  readonly threadId = this.thread.asReadonly();
  /** The message that the room was opened at, anew each time; null where it was opened as it was left. */
  readonly message = computed(() => (this.threadId() === null ? this.askedFor() : null));
  /** The same of the thread. */
  readonly threadMessage = computed(() => (this.threadId() === null ? null : this.askedFor()));
  /** What was opened last, anew each time: a room, or the chat without one. Null before the chat is opened at all. */
  readonly screen = this.opened.asReadonly();
  readonly roomId = computed(() => this.opened()?.roomId ?? null);
  /** Null where the viewer is not in it. */
  readonly own = computed(() => this.chat.state()?.rooms.get(this.roomId() ?? '') ?? null);
  /** From outside, where the viewer is not in it; undefined until that is known, null where there is no such room for them. */
  readonly preview = computed(() => this.previews.of(this.roomId()));
  readonly room = computed<OpenRoom | null>(() => {
    const own = this.own();
    if (own) return { ...own.room, role: own.role };
    const preview = this.preview();
    return preview ? { ...preview, role: null } : null;
  });

  /** Whom an open direct room is for beside the viewer; null of all others. */
  readonly others = computed<readonly Person[] | null>(() => {
    const people = this.own()?.people ?? null;
    return people && othersIn(people, this.chat.state()?.viewerId ?? '');
  });

  constructor() {
    effect(() => {
      if (this.own()) this.previews.forget();
    });
    effect(() => {
      if (this.session.status() === 'signed-out')
        untracked(() => {
          this.show(null);
        });
    });
  }

  /** Called by the route: a room, or one of its threads, at its message of that number where there is one. */
  open({ roomId, threadId, number }: Opened): void {
    this.askedFor.set(number === null ? null : { number });
    this.thread.set(threadId);
    if (!this.opened() || this.roomId() !== roomId) this.show({ roomId });
  }

  private show(screen: { readonly roomId: string | null } | null): void {
    this.previews.forget();
    this.opened.set(screen);
  }
}
