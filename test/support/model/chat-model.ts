import {
  type Action,
  type Governing,
  type Name,
  NAMES,
  PLACE_NAMES,
  type PlaceName,
  PLACES,
  type Repeatable,
} from './action.js';
import type { ModelMessage } from './model-message.js';
import { type ModelBadge, type ModelEvent, ModelRoom } from './model-room.js';
import type { ModelThreadState } from './model-thread.js';

export type Outcome =
  | { readonly refused: string }
  | { readonly done: ModelMessage | null }
  | { readonly badge: ModelBadge }
  | { readonly thread: ModelThreadState };

const DONE: Outcome = { done: null };
const ACCESS_MINUTES = 15;
const SESSION_MINUTES = 30 * 24 * 60;

interface Said {
  readonly room: ModelRoom;
  readonly message: ModelMessage;
}

interface Sent {
  readonly where: PlaceName;
  readonly body: string;
  readonly message: ModelMessage;
}

/** What the chat must answer to whatever people do, and what each of them must hear of it. Pure: it knows no server. */
export class ChatModel {
  readonly rooms: Readonly<Record<PlaceName, ModelRoom>>;
  private readonly heard = new Map<Name, ModelEvent[]>(NAMES.map((name) => [name, []]));
  private readonly sessions = new Map<Name, { accessUntil: number; until: number }>();
  private readonly nonces = new Map<string, Sent>();
  private readonly said: Said[] = [];
  /** What was saved last first, also what was deleted since, and what stands where they are not any more. */
  private readonly saved = new Map<Name, Said[]>(NAMES.map((name) => [name, []]));
  /** Those whose accounts were deleted. */
  private readonly gone = new Set<Name>();
  private readonly blocked = new Map<Name, Set<Name>>(NAMES.map((name) => [name, new Set()]));
  private minute = 0;

  /** Whom words name is told to it, and in which order people come to the desk. */
  constructor(
    namedIn: (body: string) => readonly Name[],
    private readonly comingToTheDesk: () => readonly Name[],
  ) {
    const roomOf = (name: PlaceName) => {
      const note = (event: ModelEvent): void => {
        for (const member of this.rooms[name].members.keys()) this.heard.get(member)?.push(event);
      };
      const hears = (who: Name, author: Name): boolean => who !== author && !this.blocks(who, author);
      return new ModelRoom(name, PLACES[name], note, namedIn, hears);
    };
    this.rooms = { hall: roomOf('hall'), den: roomOf('den'), desk: roomOf('desk') };
    for (const name of NAMES) this.begin(name);
    for (const room of Object.values(this.rooms)) room.enter('ada');
  }

  /** All that somebody must have heard since the beginning, in its order; of what was deleted since, nothing is told any more. */
  heardBy(name: Name): readonly ModelEvent[] {
    return (this.heard.get(name) ?? []).filter(({ place }) => !this.isDeleted(place));
  }

  isDeleted(place: string): boolean {
    return Object.entries(this.rooms).some(([name, room]) => name === place && room.isDeleted);
  }

  isGone(name: Name): boolean {
    return this.gone.has(name);
  }

  isSignedIn(name: Name): boolean {
    const session = this.sessions.get(name);
    return session !== undefined && this.minute < Math.min(session.accessUntil, session.until);
  }

  /** The message that an action means; undefined while nobody has said anything. */
  meant(which: number): { readonly place: PlaceName; readonly message: ModelMessage } | undefined {
    const found = this.found(which);
    const place = PLACE_NAMES.find((name) => this.rooms[name] === found?.room);
    return found && place && { place, message: found.message };
  }

  /** What they find among what they saved. */
  savedBy(who: Name): ModelMessage[] {
    return (this.saved.get(who) ?? []).flatMap(({ room, message }) => (room.members.has(who) ? [message] : []));
  }

  /** All that they saved. */
  keptBy(who: Name): ModelMessage[] {
    return (this.saved.get(who) ?? []).map(({ message }) => message);
  }

  /** The number that a place means: of a message, or 0. */
  numberAt(where: PlaceName, at: number): number {
    return at % (this.rooms[where].messages.length + 1);
  }

  /** The number that a place means in a thread: of a message, or 0. */
  numberIn(which: number, at: number): number {
    const { room, message } = this.found(which) ?? {};
    const thread = message && room?.threads.get((message.root ?? message).number);
    return at % ((thread?.messages.length ?? 0) + 1);
  }

  /** Does it, and says what the answer must be. */
  take(action: Action): Outcome {
    switch (action.does) {
      case 'wait':
        this.minute += action.minutes;
        return DONE;
      case 'sign in':
        this.begin(action.who);
        return DONE;
      case 'refresh':
        return this.refresh(action.who);
      case 'sign out':
        if (this.isSignedIn(action.who)) this.sessions.delete(action.who);
        return DONE;
      case 'follow':
      case 'cut':
        return DONE;
      case 'restart amid':
        return this.take(action.amid);
      default:
        return this.isSignedIn(action.who) ? this.act(action) : { refused: 'UNAUTHENTICATED' };
    }
  }

  private act(
    action: Exclude<Action, { does: 'wait' | 'sign in' | 'refresh' | 'sign out' | 'follow' | 'cut' | 'restart amid' }>,
  ): Outcome {
    switch (action.does) {
      case 'send':
        return this.send(action);
      case 'restart':
        return this.send(action);
      case 'edit':
      case 'delete':
        return this.change(action);
      case 'answer beside':
        return this.answerBeside(action);
      case 'react':
      case 'take back':
      case 'pin':
      case 'unpin':
      case 'save':
        return this.markMessage(action);
      case 'unsave':
        return this.unsave(action);
      case 'read thread':
      case 'mark thread unread':
        return this.markThread(action);
      case 'follow thread':
      case 'unfollow thread':
        return this.followThread(action);
      case 'read':
      case 'mark unread':
        return this.mark(action);
      case 'join':
        return this.join(action);
      case 'leave':
        return this.leave(action);
      case 'invite':
        return this.invite(action);
      case 'follow link':
        return this.followLink(action);
      case 'delete account':
        this.deleteAccount(action);
        return DONE;
      case 'block':
      case 'unblock':
        return this.setBlocked(action);
      case 'archive':
      case 'unarchive':
      case 'delete room':
        return this.lookAfter(action);
      default:
        return this.govern(action);
    }
  }

  private found(which: number): Said | undefined {
    return this.said[which % Math.max(1, this.said.length)];
  }

  private send({ who, where, body, nonce }: { who: Name; where: PlaceName; body: string; nonce?: string }): Outcome {
    const room = this.rooms[where];
    const refused = room.refusalTo(who);
    if (refused !== undefined) return { refused };
    const first = nonce === undefined ? undefined : this.nonces.get(`${who}: ${nonce}`);
    if (!first && room.isArchived) return { refused: 'FORBIDDEN' };
    const newcomers = this.newcomersTo(room);
    // Nobody is written to first by whom they block.
    if (newcomers.some((name) => this.blocks(name, who))) return { refused: 'FORBIDDEN' };
    if (first) return first.where === where && first.body === body ? { done: first.message } : { refused: 'CONFLICT' };
    for (const name of newcomers) room.enter(name);
    const message = room.post(who, body);
    this.said.push({ room, message });
    if (nonce !== undefined) this.nonces.set(`${who}: ${nonce}`, { where, body, message });
    return { done: message };
  }

  /** Those whom the desk is for come in with the first thing that is said there. */
  private newcomersTo(room: ModelRoom): readonly Name[] {
    if (!room.isDirect || room.messages.length > 0) return [];
    return this.comingToTheDesk().filter((name) => !room.members.has(name));
  }

  private blocks(who: Name, whom: Name): boolean {
    return this.blocked.get(who)?.has(whom) ?? false;
  }

  private setBlocked({ does, who, whom }: Extract<Action, { does: 'block' | 'unblock' }>): Outcome {
    if (does === 'block' && who === whom) return { refused: 'BAD_USER_INPUT' };
    if (does === 'block') this.blocked.get(who)?.add(whom);
    else this.blocked.get(who)?.delete(whom);
    return DONE;
  }

  private leave({ who, where }: { readonly who: Name; readonly where: PlaceName }): Outcome {
    const room = this.rooms[where];
    if (room.isDirect && room.members.has(who)) return { refused: 'FORBIDDEN' };
    room.leave(who);
    return DONE;
  }

  private change(action: Extract<Action, { does: 'edit' | 'delete' }>): Outcome {
    const { who, which } = action;
    const found = this.found(which);
    if (!found?.room.members.has(who)) return { refused: 'NOT_FOUND' };
    const { room, message } = found;
    const isTheirs = message.author === who;
    if (action.does === 'delete') {
      if (!isTheirs && !room.moderates(who)) return { refused: 'FORBIDDEN' };
      room.delete(message);
    } else {
      if (!isTheirs || message.deleted || room.isArchived) return { refused: 'FORBIDDEN' };
      room.edit(message, action.body);
    }
    return { done: message };
  }

  private answerBeside({ who, which, body }: Extract<Action, { does: 'answer beside' }>): Outcome {
    const found = this.found(which);
    // Before anything was said they try it in the hall.
    const room = found?.room ?? this.rooms.hall;
    const refused = room.refusalTo(who);
    if (refused !== undefined) return { refused };
    if (room.isArchived) return { refused: 'FORBIDDEN' };
    if (!found || found.message.root) return { refused: 'NOT_FOUND' };
    const message = room.postBeside(found.message, who, body);
    this.said.push({ room, message });
    return { done: message };
  }

  /** Taking something back is always possible; nothing is added to what was deleted. */
  private markMessage(
    action: Extract<Repeatable, { does: 'react' | 'take back' | 'pin' | 'unpin' | 'save' }>,
  ): Outcome {
    const { does, who } = action;
    const found = this.found(action.which);
    if (!found?.room.members.has(who)) return { refused: 'NOT_FOUND' };
    const { room, message } = found;
    if (message.deleted && does !== 'take back' && does !== 'unpin') return { refused: 'FORBIDDEN' };
    if (room.isArchived && (does === 'react' || does === 'pin')) return { refused: 'FORBIDDEN' };
    if (room.isArchived && does === 'unpin' && !room.moderates(who)) return { refused: 'FORBIDDEN' };
    if (does === 'react') room.react(message, who, action.emoji);
    else if (does === 'take back') room.takeBack(message, who, action.emoji);
    else if (does === 'pin') room.pin(message);
    else if (does === 'unpin') room.unpin(message);
    else if (!this.keptBy(who).includes(message)) this.saved.get(who)?.unshift(found);
    return { done: message };
  }

  /** What they saved is theirs, wherever they are now. */
  private unsave({ who, which }: Extract<Repeatable, { does: 'unsave' }>): Outcome {
    const found = this.found(which);
    const others = (this.saved.get(who) ?? []).filter(({ message }) => message !== found?.message);
    this.saved.set(who, others);
    return { done: found?.room.members.has(who) ? found.message : null };
  }

  private markThread({ does, who, which, at }: Extract<Repeatable, { at: number }>): Outcome {
    const found = this.found(which);
    // Before anything was said they try it in the hall.
    const room = found?.room ?? this.rooms.hall;
    const refused = room.refusalTo(who);
    if (refused !== undefined) return { refused };
    const thread = found && room.threads.get((found.message.root ?? found.message).number);
    if (!thread) return { refused: 'NOT_FOUND' };
    const number = this.numberIn(which, at);
    if (does === 'read thread') thread.reads(who, number);
    else if (number === 0) return { refused: 'BAD_USER_INPUT' };
    else thread.marksUnread(who, number);
    return { thread: thread.stateOf(who) };
  }

  /** There is no thread for those who are not in its room. */
  private followThread({
    does,
    who,
    which,
  }: Extract<Repeatable, { does: 'follow thread' | 'unfollow thread' }>): Outcome {
    const { room, message } = this.found(which) ?? {};
    const thread = message && room?.threads.get((message.root ?? message).number);
    if (!thread || !room?.members.has(who)) return { refused: 'NOT_FOUND' };
    thread.wants(who, does === 'follow thread');
    return { thread: thread.stateOf(who) };
  }

  private mark({ does, who, where, at }: Extract<Action, { does: 'read' | 'mark unread' }>): Outcome {
    const room = this.rooms[where];
    const refused = room.refusalTo(who);
    if (refused !== undefined) return { refused };
    const number = this.numberAt(where, at);
    if (does === 'read') room.reads(who, number);
    else if (number === 0) return { refused: 'BAD_USER_INPUT' };
    else room.marksUnread(who, number);
    return { badge: room.badgeOf(who) };
  }

  private join({ who, where }: { who: Name; where: PlaceName }): Outcome {
    const room = this.rooms[where];
    if (room.isPrivate && !room.members.has(who)) return { refused: 'NOT_FOUND' };
    if (room.isClosedTo(who)) return { refused: 'FORBIDDEN' };
    room.enter(who);
    return DONE;
  }

  private invite({ who, where, uses }: Extract<Action, { does: 'invite' }>): Outcome {
    const room = this.rooms[where];
    const refused = room.refusalTo(who) ?? (this.mayAddTo(room, who) ? undefined : 'FORBIDDEN');
    if (refused !== undefined) return { refused };
    room.link = { giver: who, usesLeft: uses };
    return DONE;
  }

  /** A link is over with its uses, and once whoever gave it could not add anybody themselves. */
  private followLink({ who, where }: Extract<Action, { does: 'follow link' }>): Outcome {
    const room = this.rooms[where];
    const { link } = room;
    if (!link || link.usesLeft === 0 || !this.mayAddTo(room, link.giver)) return { refused: 'NOT_FOUND' };
    if (room.members.has(who)) return DONE;
    if (room.isClosedTo(who)) return { refused: 'FORBIDDEN' };
    link.usesLeft -= 1;
    room.enter(who);
    return DONE;
  }

  private mayAddTo(room: ModelRoom, who: Name): boolean {
    return room.members.has(who) && (!room.isPrivate || room.moderates(who));
  }

  private lookAfter({ does, who, where }: Extract<Action, { does: 'archive' | 'unarchive' | 'delete room' }>): Outcome {
    const room = this.rooms[where];
    const refused = room.refusalTo(who);
    if (refused !== undefined) return { refused };
    // Nobody owns the desk.
    if (room.members.get(who) !== 'OWNER') return { refused: 'FORBIDDEN' };
    if (does === 'delete room') this.deleteRoom(where);
    else room.setArchived(does === 'archive');
    return DONE;
  }

  /** First they leave, then what they saved goes, and then what they wrote: nobody keeps that saved either. */
  private deleteAccount({ who, withMessages }: Extract<Action, { does: 'delete account' }>): void {
    this.gone.add(who);
    this.sessions.delete(who);
    for (const room of Object.values(this.rooms)) room.leave(who);
    this.saved.set(who, []);
    if (!withMessages) return;
    for (const room of Object.values(this.rooms))
      for (const said of this.said) {
        if (said.room !== room || said.message.author !== who || said.message.deleted || room.isDeleted) continue;
        for (const [other, saved] of this.saved)
          this.saved.set(
            other,
            saved.filter(({ message }) => message !== said.message),
          );
        room.delete(said.message);
      }
  }

  /** What was saved of it, and the nonces of what was said there, go with it. */
  private deleteRoom(where: PlaceName): void {
    const room = this.rooms[where];
    for (const [who, saved] of this.saved)
      this.saved.set(
        who,
        saved.filter((one) => one.room !== room),
      );
    for (const [nonce, sent] of this.nonces) if (sent.where === where) this.nonces.delete(nonce);
    room.deleteAll();
  }

  /** Who brings in, puts out for a while or for good, and gives roles to whom. */
  private govern(action: Extract<Action, { does: Governing | 'make' }>): Outcome {
    const { who, whom } = action;
    const room = this.rooms[action.where];
    const refused = room.refusalTo(who);
    if (refused !== undefined) return { refused };
    if (room.isDirect) return { refused: 'FORBIDDEN' };
    if (action.does === 'make') {
      if (room.members.get(who) !== 'OWNER' || (who === whom && action.role !== 'OWNER'))
        return { refused: 'FORBIDDEN' };
      if (!room.members.has(whom)) return { refused: 'NOT_FOUND' };
      if (action.role === 'OWNER' && who !== whom) room.make(who, 'MODERATOR');
      room.make(whom, action.role);
    } else if (action.does === 'add') {
      if (!this.mayAddTo(room, who)) return { refused: 'FORBIDDEN' };
      if (room.isClosedTo(whom)) return { refused: 'FORBIDDEN' };
      room.enter(whom);
    } else if (action.does === 'unban') {
      if (!room.moderates(who)) return { refused: 'FORBIDDEN' };
      room.banned.delete(whom);
    } else if (action.does === 'ban') {
      const role = room.members.get(whom);
      const isAbove = role === 'OWNER' || (role === 'MODERATOR' && room.members.get(who) !== 'OWNER');
      if (!room.moderates(who) || isAbove) return { refused: 'FORBIDDEN' };
      room.ban(whom);
    } else {
      if (!room.moderates(who) || room.members.get(whom) === 'OWNER') return { refused: 'FORBIDDEN' };
      room.leave(whom);
    }
    return DONE;
  }

  private refresh(who: Name): Outcome {
    const session = this.sessions.get(who);
    if (!session || this.minute >= session.until) return { refused: 'UNAUTHENTICATED' };
    this.begin(who);
    return DONE;
  }

  private begin(who: Name): void {
    this.sessions.set(who, { accessUntil: this.minute + ACCESS_MINUTES, until: this.minute + SESSION_MINUTES });
  }
}
