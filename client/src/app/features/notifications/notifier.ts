import { effect, inject, Injectable, untracked } from '@angular/core';
import { isSilent, notifying, type Notifies } from '#rules';
import { SessionStore } from '../../core/session/session.store';
import type { ChatState } from '../../feed/chat-state';
import { type AppliedEvent, ChatStateStore } from '../../feed/chat-state.store';
import { ConnectionStore } from '../../feed/connection.store';
import { roomNameIn } from '../../feed/direct-rooms';
import { messagePath } from '../../feed/message-path';
import { OpenRoomStore } from '../../feed/open-room.store';
import { markdownToText } from '../../shared/text/markdown';
import { ServerClock } from '../../shared/time/server-clock';
import { isLookedAt } from './is-looked-at';
import { NotificationChoice } from './notification-choice';
import { NotificationPermission } from './notification-permission.store';
import { NotificationQuestion } from './notification-question.store';
import { bodyOf, summaryOf, titleOf } from './notification-words';
import { addressedOf, isReadIn, isSent, momentOf, mustAskFirst, placeOf, type Sent } from './notifying-facts';
import { NotifyingTab } from './notifying-tab';
import { ShownNotifications } from './shown-notifications';
import { SoundPlayer } from './sound/sound-player';

/** Something was said that notifies the viewer, and why. */
interface Call {
  readonly event: Sent;
  readonly reason: Notifies;
}

/** Of one room so many stand beside each other; more are one that counts them. */
const MAX_APART = 4;

/**
 * Calls the viewer while the page is open: by a notification while they do not look at it, and by a sound. By src/rules, as the server decides what to push. What
 * was missed while there was no connection is told as one, if it is still unread then.
 */
@Injectable({ providedIn: 'root' })
export class Notifier {
  private readonly chat = inject(ChatStateStore);
  private readonly choice = inject(NotificationChoice);
  private readonly clock = inject(ServerClock);
  private readonly connection = inject(ConnectionStore);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly permission = inject(NotificationPermission);
  private readonly question = inject(NotificationQuestion);
  private readonly session = inject(SessionStore);
  private readonly shown = inject(ShownNotifications);
  private readonly sounds = inject(SoundPlayer);
  private readonly tab = inject(NotifyingTab);

  private missed: Call[] = [];
  /** In threads of which the server is being asked whether the viewer follows them. */
  private undecided: Sent[] = [];

  constructor() {
    this.chat.events.subscribe((applied) => {
      this.hear(applied);
    });
    effect(() => {
      if (this.connection.state() === 'live')
        untracked(() => {
          this.tellMissed();
        });
    });
    effect(() => {
      const state = this.chat.state();
      untracked(() => {
        if (state) this.follow(state);
      });
    });
    effect(() => {
      if (this.session.userId() === null)
        untracked(() => {
          this.forget();
        });
    });
  }

  private hear({ event, isNews, live }: AppliedEvent): void {
    if (event.__typename === 'MessageDeleted' || event.__typename === 'ThreadMessageDeleted')
      this.shown.takeBack(event.message.id);
    const state = this.chat.state();
    // What was there before the page was opened notifies nobody.
    if (!isSent(event) || !state || !isNews || this.isKept(event)) return;
    if (mustAskFirst(state, event)) this.undecided.push(event);
    else this.decide(state, event, live);
  }

  private decide(state: ChatState, event: Sent, live: boolean): void {
    const now = this.clock.now();
    const { reason } = notifying(addressedOf(state, event, now), momentOf(state, placeOf(event), now));
    if (isSilent(reason)) return;
    const call = { event, reason };
    this.question.called(event.message.author.displayName, reason);
    if (live) this.call(state, call);
    else this.missed.push(call);
  }

  /** What was written piece by piece while there was no connection is told of twice: as it began, and as it was done. */
  private isKept({ message }: Sent): boolean {
    return [...this.missed.map(({ event }) => event), ...this.undecided].some((kept) => kept.message.id === message.id);
  }

  private call(state: ChatState, call: Call): void {
    if (!this.tab.isThisOne) return;
    if (!isLookedAt()) {
      if (this.mayShow()) this.show(state, call);
      this.sounds.call();
    } else if (!this.isOpen(call.event)) this.sounds.call();
  }

  private show(state: ChatState, { event, reason }: Call): void {
    const { message, room } = event;
    const before = this.shown.all.filter(({ messages }) => messages.every(({ roomId }) => roomId === room.id));
    if (before.length >= MAX_APART || before.some(({ tag }) => tag === room.id)) {
      for (const { tag } of before) this.shown.takeBack(tag);
      const messages = [...before.flatMap((each) => each.messages), placeOf(event)];
      const words = summaryOf([roomNameIn(state, room)], messages.length);
      this.shown.show({ ...words, tag: room.id, path: `/chat/${room.id}`, messages });
      return;
    }
    const spoken = {
      reason,
      author: message.author.displayName,
      room: roomNameIn(state, room),
      isDirect: room.kind === 'DIRECT',
      hasOthers: (state.rooms.get(room.id)?.people?.length ?? 0) > 2,
      isInThread: message.thread !== null,
      text: state.notificationSettings.showsText ? markdownToText(message.body) : null,
      files: message.attachments.length,
    };
    this.shown.show({
      ...{ tag: message.id, title: titleOf(spoken), body: bodyOf(spoken) },
      ...{ path: messagePath(room.id, message), messages: [placeOf(event)] },
    });
  }

  private tellMissed(): void {
    const state = this.chat.state();
    const calls = this.missed.filter(({ event }) => state && !isReadIn(state, placeOf(event)));
    this.missed = [];
    const [first, ...more] = calls;
    if (!state || !first) return;
    if (more.length === 0) {
      this.call(state, first);
      return;
    }
    if (!this.tab.isThisOne || isLookedAt()) return;
    const rooms = new Map(calls.map(({ event }) => [event.room.id, roomNameIn(state, event.room)]));
    const [onlyRoom] = rooms.size === 1 ? rooms.keys() : [];
    if (this.mayShow()) {
      this.shown.show({
        ...summaryOf([...rooms.values()], calls.length),
        ...{ tag: 'missed', path: onlyRoom === undefined ? '/chat/activity' : `/chat/${onlyRoom}` },
        messages: calls.map(({ event }) => placeOf(event)),
      });
    }
    this.sounds.call();
  }

  /** What was read here or elsewhere calls no more, and what was not clear may be by now. */
  private follow(state: ChatState): void {
    for (const { messages, tag } of this.shown.all)
      if (messages.every((place) => isReadIn(state, place))) this.shown.takeBack(tag);
    if (this.undecided.length === 0) return;
    const clear = this.undecided.filter((event) => !mustAskFirst(state, event));
    this.undecided = this.undecided.filter((event) => mustAskFirst(state, event));
    for (const event of clear) this.decide(state, event, this.connection.state() === 'live');
  }

  private forget(): void {
    this.missed = [];
    this.undecided = [];
    this.shown.takeBackAll();
  }

  /** Before the eyes of whoever looks at the page. */
  private isOpen({ message, room }: Sent): boolean {
    if (room.id !== this.openRoom.roomId()) return false;
    return message.thread === null || message.thread.id === this.openRoom.threadId();
  }

  private mayShow(): boolean {
    return this.permission.state() === 'granted' && this.choice.isOn();
  }
}
