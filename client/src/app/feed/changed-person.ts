import type { Face, Message, ThreadSummary } from '../core/graphql/model';
import type { ChatState, MessageWindow, Notice, RoomState, ThreadState, WindowMessage } from './chat-state';
import { called } from './direct-rooms';
import { isSamePerson, type Shown } from './same-person';

/** Somebody as they are now, wherever they are shown. What does not show them stays the same object. */
export function withPerson(state: ChatState, person: Face): ChatState {
  const change = new PersonChange(person);
  return change.ofState(state);
}

class PersonChange {
  constructor(private readonly person: Face) {}

  ofState(state: ChatState): ChatState {
    const rooms = mapOf(state.rooms, (room) => this.ofRoom(room, state.viewerId));
    const { saved, followed, activity } = state;
    const after = {
      rooms,
      saved: saved && this.ofList(saved),
      followed: followed && withChanged(followed, { threads: this.ofThreads(followed.threads) }),
      activity: activity && this.ofList(activity),
    };
    return withChanged(state, after);
  }

  private ofRoom(room: RoomState, viewerId: string): RoomState {
    const { members, timeline, notices, pins, threads } = room;
    const people = room.people && each(room.people, (one) => this.shownAs(one));
    return withChanged(room, {
      people,
      room: people === room.people ? room.room : called(room.room, people, viewerId),
      members: members && withChanged(members, { byId: mapOf(members.byId, (member) => this.ofMember(member)) }),
      timeline: timeline && this.ofWindow(timeline),
      notices: each(notices, (notice) => this.ofNotice(notice)),
      pins: pins && this.ofList(pins),
      threads: mapOf(threads, (thread) => this.ofThread(thread)),
    });
  }

  private ofThread(thread: ThreadState): ThreadState {
    const { root, timeline } = thread;
    return withChanged(thread, {
      root: root && this.ofWindowMessage(root),
      timeline: timeline && this.ofWindow(timeline),
    });
  }

  private ofWindow(window: MessageWindow): MessageWindow {
    return withChanged(window, { messages: each(window.messages, (message) => this.ofWindowMessage(message)) });
  }

  private ofWindowMessage(message: WindowMessage): WindowMessage {
    const { startedThread } = message;
    return withChanged(this.ofMessage(message), { startedThread: startedThread && this.ofSummary(startedThread) });
  }

  private ofList<L extends { readonly messages: readonly Message[] }>(list: L): L {
    return withChanged<{ readonly messages: readonly Message[] }, L>(list, {
      messages: each(list.messages, (message) => this.ofMessage(message)),
    });
  }

  private ofThreads<T extends { readonly summary: ThreadSummary; readonly root: Message }>(
    threads: readonly T[],
  ): readonly T[] {
    return each(threads, (thread) =>
      withChanged<Pick<T, 'summary' | 'root'>, T>(thread, {
        summary: this.ofSummary(thread.summary),
        root: this.ofMessage(thread.root),
      }),
    );
  }

  private ofMessage<M extends Message>(message: M): M {
    const { author, replyTo } = message;
    return withChanged<Pick<Message, 'author' | 'replyTo'>, M>(message, {
      author: this.shownAs(author),
      replyTo: replyTo && withChanged(replyTo, { author: this.shownAs(replyTo.author) }),
    });
  }

  private ofSummary(summary: ThreadSummary): ThreadSummary {
    return withChanged(summary, { participants: each(summary.participants, (one) => this.shownAs(one)) });
  }

  private ofMember<M extends { readonly user: Face }>(member: M): M {
    return withChanged<{ readonly user: Face }, M>(member, { user: this.shownAs(member.user) });
  }

  private ofNotice(notice: Notice): Notice {
    const actor = notice.actor && this.shownAs(notice.actor);
    if (notice.kind === 'changed') return withChanged(notice, { actor });
    return withChanged(notice, { actor, user: this.shownAs(notice.user) });
  }

  /** As much of them as is shown there. */
  private shownAs<P extends Shown>(shown: P): P {
    if (shown.id !== this.person.id) return shown;
    const { username, displayName, avatarUrl, status } = this.person;
    const named = { displayName, avatarUrl, ...('username' in shown && { username }) };
    const after = { ...shown, ...named, ...('status' in shown && { status }) };
    return isSamePerson(shown, after) ? shown : after;
  }
}

/** The same object where nothing of it is another one. */
function withChanged<Part extends object, Whole extends Part = Part>(before: Whole, part: Partial<Part>): Whole {
  const isSame = Object.entries(part).every(([key, value]) => Reflect.get(before, key) === value);
  return isSame ? before : { ...before, ...part };
}

function each<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  const after = list.map(change);
  return after.every((one, index) => one === list[index]) ? list : after;
}

function mapOf<K, V>(map: ReadonlyMap<K, V>, change: (value: V) => V): ReadonlyMap<K, V> {
  let after: Map<K, V> | undefined;
  for (const [key, value] of map) {
    const changed = change(value);
    if (changed !== value) after = (after ?? new Map(map)).set(key, changed);
  }
  return after ?? map;
}
