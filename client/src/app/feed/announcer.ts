import { effect, inject, Injectable, untracked } from '@angular/core';
import { AnnouncementsStore } from '../core/announcements/announcements.store';
import type { FeedEvent } from '../core/graphql/model';
import { SessionStore } from '../core/session/session.store';
import { markdownToText } from '../shared/text/markdown';
import { ChatStateStore } from './chat-state.store';
import { type LostRoom, lostRoom, lostRoomWords } from './lost-room';

type Sent = Extract<FeedEvent, { __typename: 'MessageSent' }>;

const LONGEST = 200;

/** Tells of messages by others, with their words in the open room and by the room's name elsewhere, and of rooms that are lost. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private readonly announcements = inject(AnnouncementsStore);
  private readonly chat = inject(ChatStateStore);
  private readonly session = inject(SessionStore);

  constructor() {
    effect(() => {
      if (this.session.userId() === null)
        untracked(() => {
          this.announcements.clear();
        });
    });
  }

  start(openRoomId: () => string | null): void {
    this.chat.events.subscribe(({ event }) => {
      const viewerId = this.chat.state()?.viewerId;
      const lost = lostRoom(event, viewerId);
      if (lost) this.tellOfLost(lost);
      if (event.__typename !== 'MessageSent' || event.message.author.id === viewerId) return;
      const { id: roomId, name: roomName } = event.room;
      const sentence = roomId === openRoomId() ? wordsOf(event) : `New message in ${roomName}`;
      this.announcements.sayArrived({ roomId, roomName, sentence });
    });
  }

  private tellOfLost(lost: LostRoom): void {
    this.announcements.clear();
    const { heading, text } = lostRoomWords(lost);
    this.announcements.say(lost.by === null ? heading : `${heading} ${text}`);
  }
}

function wordsOf({ message }: Sent): string {
  const { attachments, author, body } = message;
  const files = attachments.length === 1 ? 'a file' : `${String(attachments.length)} files`;
  const words = markdownToText(body);
  const text = words.length > LONGEST ? `${words.slice(0, LONGEST)} …` : words;
  return `${author.displayName}: ${text === '' ? files : text}`;
}
