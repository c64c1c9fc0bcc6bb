import { effect, inject, Injectable, untracked } from '@angular/core';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import type { FeedEvent } from '../../core/graphql/model';
import { SessionStore } from '../../core/session/session.store';
import { formatMessage } from '../../shared/language/format-message';
import { markdownToText } from '../../shared/text/markdown';
import { OpenRoomStore } from '../../feed/open-room.store';
import { type AppliedEvent, ChatStateStore } from '../../feed/chat-state.store';
import type { ChatState } from '../../feed/chat-state';
import { type LostRoom, lostRoom } from '../../feed/lost-room';
import { roomNameIn } from '../../feed/direct-rooms';
import { isHeard } from '../../feed/reader';
import { UnreadStore } from '../reading';
import { lostRoomWords } from './lost-room-words';

type Sent = Extract<FeedEvent, { __typename: 'MessageSent' | 'ThreadMessageSent' }>;
type Edited = Extract<FeedEvent, { __typename: 'MessageEdited' | 'ThreadMessageEdited' }>;

const MAX_SPOKEN = 200;

/** Tells of messages by others, with their words in the open room and by the room's name elsewhere, and of rooms that are lost. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private readonly announcements = inject(AnnouncementsStore);
  private readonly chat = inject(ChatStateStore);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly session = inject(SessionStore);
  private readonly unread = inject(UnreadStore);

  constructor() {
    this.chat.events.subscribe((applied) => {
      this.tellOf(applied);
    });
    effect(() => {
      if (this.session.userId() === null)
        untracked(() => {
          this.announcements.clear();
        });
    });
  }

  private tellOf({ event, before, isNews }: AppliedEvent): void {
    const lost = lostRoom(event, before);
    if (lost) this.tellOfLost(lost);
    if (!isNews) return;
    if (event.__typename === 'ThreadMessageSent') this.tellOfReply(event);
    if (event.__typename === 'MessageEdited' || event.__typename === 'ThreadMessageEdited')
      this.tellOfDone(event, before);
    if (event.__typename !== 'MessageSent' || !this.isHeard(event)) return;
    const roomId = event.room.id;
    const roomName = roomNameIn(this.chat.state(), event.room);
    const { isMuted, notify } = this.unread.of(roomId);
    if (roomId !== this.openRoom.roomId() && (isMuted || notify === 'NOTHING')) return;
    const isOpen = roomId === this.openRoom.roomId();
    // What grows is said in whole sentences once it is done.
    if (isOpen && event.message.isStreaming) return;
    const sentence = isOpen ? wordsOf(event) : newsOf(event, roomName);
    this.announcements.sayArrived({ roomId, roomName, sentence });
  }

  /** With its words where the thread is open; elsewhere only to those who follow it. */
  private tellOfReply(event: Extract<Sent, { thread: unknown }>): void {
    if (!this.isHeard(event)) return;
    const roomId = event.room.id;
    const roomName = roomNameIn(this.chat.state(), event.room);
    const isOpen = roomId === this.openRoom.roomId() && event.thread.id === this.openRoom.threadId();
    const follows = this.chat.state()?.rooms.get(roomId)?.threads.get(event.thread.id)?.viewerState?.follows ?? false;
    const { isMuted, notify } = this.unread.of(roomId);
    if (isOpen ? event.message.isStreaming : !follows || isMuted || notify === 'NOTHING') return;
    const sentence = isOpen ? wordsOf(event) : $localize`New reply in a thread in ${roomName}:room:`;
    this.announcements.sayArrived({ roomId, roomName, sentence });
  }

  /** What grew before the reader's eyes is said with its words. */
  private tellOfDone(event: Edited, before: ChatState | null): void {
    const { message, room } = event;
    const isOpen = room.id === this.openRoom.roomId() && isThreadIn(message, this.openRoom.threadId());
    if (!isOpen || message.body === '' || !wasStreaming(event, before) || !this.isHeard(event)) return;
    const roomName = roomNameIn(this.chat.state(), room);
    this.announcements.sayArrived({ roomId: room.id, roomName, sentence: wordsOf(event) });
  }

  private isHeard({ message }: Sent | Edited): boolean {
    const state = this.chat.state();
    return state !== null && isHeard(message.author.id, state);
  }

  private tellOfLost(lost: LostRoom): void {
    this.announcements.clear();
    const { heading, text } = lostRoomWords(lost);
    this.announcements.say(lost.by === null ? heading : `${heading} ${text}`);
  }
}

function newsOf({ message, room }: Sent, roomName: string): string {
  return room.kind === 'DIRECT'
    ? $localize`New message from ${message.author.displayName}:name:`
    : $localize`New message in ${roomName}:room:`;
}

/** Whether a message stands in the room's own timeline, or in the thread that is open. */
function isThreadIn({ thread }: Edited['message'], openId: string | null): boolean {
  return thread === null || thread.id === openId;
}

function wasStreaming({ message, room }: Edited, before: ChatState | null): boolean {
  const known = before?.rooms.get(room.id);
  const window = message.thread === null ? known?.timeline : known?.threads.get(message.thread.id)?.timeline;
  return (
    !message.isStreaming && (window?.messages.some(({ id, isStreaming }) => isStreaming && id === message.id) ?? false)
  );
}

function wordsOf({ message }: Sent | Edited): string {
  const { attachments, author, body } = message;
  const files = formatMessage($localize`{count, plural, =1 {a file} other {# files}}`, { count: attachments.length });
  const words = markdownToText(body);
  const text = words.length > MAX_SPOKEN ? `${words.slice(0, MAX_SPOKEN)} …` : words;
  return `${author.displayName}: ${text === '' ? files : text}`;
}
