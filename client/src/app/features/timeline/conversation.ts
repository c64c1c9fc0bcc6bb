import type { Signal } from '@angular/core';
import type { Floor } from '#rules';
import type { RoomRole, ThreadPage } from '../../core/graphql/model';
import type { Outcome } from '../../core/graphql/problem';
import type { MessageWindow, Notice, ReadMark, WindowMessage } from '../../feed/chat-state';
import type { OutboxChange, OutboxEntry } from '../outbox';

export type MessagePage = ThreadPage;

/** What a timeline shows: what is said in a room, or in a thread. Whoever puts a timeline on the page provides one for it. */
export abstract class Conversation {
  /** Names it among all conversations: the reader's place is kept under it. */
  abstract readonly id: string;
  abstract readonly roomId: string;
  /** Whether it hangs on a message, which then stands above it; null in a room, and until it is loaded. */
  abstract readonly root: Signal<WindowMessage | null>;
  /** What is loaded of it; null before anything is. */
  abstract readonly window: Signal<MessageWindow | null>;
  /** Whether it could not be loaded. */
  abstract readonly hasFailed: Signal<boolean>;
  /** What happened beside what was said. */
  abstract readonly notices: Signal<readonly Notice[]>;
  /** The viewer's own. */
  abstract readonly role: Signal<RoomRole>;
  /** Who may say something there. */
  abstract readonly floor: Signal<Floor>;
  /** How far the viewer has read; null before that is known. */
  abstract readonly readMark: Signal<ReadMark | null>;
  /** The viewer's own messages that wait to be sent. */
  abstract readonly waiting: Signal<readonly OutboxEntry[]>;
  /** What is to become of messages of the room, here or in its threads. */
  abstract readonly changes: Signal<readonly OutboxChange[]>;

  /** Loads it anew, where that failed. */
  abstract retry(): void;
  // Each asks for a page and puts it to what is loaded.
  abstract latest(): Promise<Outcome<MessagePage>>;
  abstract older(before: string | null): Promise<Outcome<MessagePage>>;
  abstract newer(after: string | null): Promise<Outcome<MessagePage>>;
  abstract around(number: number): Promise<Outcome<MessagePage>>;
  abstract at(time: Date): Promise<Outcome<MessagePage>>;

  /** The viewer sees the end of what was said: it is not unread any more. */
  abstract seenToEnd(): void;
  /** Takes all of it as read, whatever of it is loaded. */
  abstract markRead(): Promise<Outcome<unknown>>;
  /** Takes it as unread again, from a message on. */
  abstract markUnread(fromNumber: number): Promise<Outcome<unknown>>;
}
