import { inject, Injectable } from '@angular/core';
import { AnnouncementsStore } from '../core/announcements/announcements.store';
import type { FeedEvent } from '../core/graphql/model';
import { ChatStateStore } from './chat-state.store';

type Sent = Extract<FeedEvent, { __typename: 'MessageSent' }>;

const LONGEST = 200;

/** Tells of messages by others: with their words in the open room, by the room's name elsewhere. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private readonly announcements = inject(AnnouncementsStore);
  private readonly chat = inject(ChatStateStore);

  start(openRoomId: () => string | null): void {
    this.chat.events.subscribe(({ event }) => {
      if (event.__typename !== 'MessageSent' || event.message.author.id === this.chat.state()?.viewerId) return;
      this.announcements.say(event.room.id === openRoomId() ? wordsOf(event) : `New message in ${event.room.name}`);
    });
  }
}

function wordsOf({ message }: Sent): string {
  const { attachments, author, body } = message;
  const files = attachments.length === 1 ? 'a file' : `${String(attachments.length)} files`;
  const text = body.length > LONGEST ? `${body.slice(0, LONGEST)} …` : body;
  return `${author.displayName}: ${text === '' ? files : text}`;
}
