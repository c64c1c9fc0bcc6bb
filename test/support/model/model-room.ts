import type { Name, Role } from './action.js';
import { addReaction, type ModelMessage, newMessage, takeReactionBack } from './model-message.js';
import { ModelThread } from './model-thread.js';

/** What happened: its place in the room, and what it was about. */
export interface ModelEvent {
  readonly place: string;
  readonly type: string;
  readonly seq: number;
  /** Null where it was about the room itself. */
  readonly about: Name | ModelMessage | null;
}

/** What a member sees of what they have read. */
export interface ModelBadge {
  readonly lastRead: number;
  readonly unread: number;
  /** Of these, and of those below in threads, how many name them. */
  readonly mentions: number;
  readonly unreadThreads: number;
  readonly threadMentions: number;
}

/** A room by the rules of the house, and nothing of how the house keeps them. */
export class ModelRoom {
  readonly messages: ModelMessage[] = [];
  /** Those who have been in it longest first. */
  readonly members = new Map<Name, Role>();
  /** By the number of each root. */
  readonly threads = new Map<number, ModelThread>();
  /** The newest pin first. */
  readonly pins: ModelMessage[] = [];
  readonly banned = new Set<Name>();
  isArchived = false;
  /** The last invitation into it. */
  link: { readonly giver: Name; usesLeft: number } | null = null;
  /** Nobody sees anything of it any more, also not of the time before. */
  isDeleted = false;
  /** How far each of them has read. */
  private readonly read = new Map<Name, number>();
  private seq = 0;

  constructor(
    private readonly name: string,
    private readonly kind: 'PUBLIC' | 'PRIVATE' | 'DIRECT',
    private readonly note: (event: ModelEvent) => void,
    private readonly namedIn: (body: string) => readonly Name[],
    /** Whether what somebody says is news to another one. */
    private readonly hears: (who: Name, author: Name) => boolean,
  ) {}

  /** One that is deleted does not exist for anybody. */
  get isPrivate(): boolean {
    return this.kind !== 'PUBLIC' || this.isDeleted;
  }

  /** Nobody looks after it, and it stays as it was opened. */
  get isDirect(): boolean {
    return this.kind === 'DIRECT';
  }

  /** The code of the refusal for those who are not in it; undefined for those who are. */
  refusalTo(who: Name): string | undefined {
    if (this.members.has(who)) return undefined;
    return this.isPrivate ? 'NOT_FOUND' : 'FORBIDDEN';
  }

  /** Whether a message stands in its timeline or in one of its threads. */
  has(message: ModelMessage): boolean {
    return this.messages.includes(message.root ?? message);
  }

  moderates(who: Name): boolean {
    return this.members.get(who) === 'OWNER' || this.members.get(who) === 'MODERATOR';
  }

  post(author: Name, body: string): ModelMessage {
    const message = newMessage(this.messages.length + 1, author, body, null);
    this.messages.push(message);
    this.happens('MessageSent', message);
    return message;
  }

  /** Its author, who answers, and whom the answer names follow from then on. */
  postBeside(root: ModelMessage, author: Name, body: string): ModelMessage {
    const thread = this.threads.get(root.number) ?? new ModelThread(this.namedIn, this.hears);
    this.threads.set(root.number, thread);
    const message = newMessage(thread.messages.length + 1, author, body, root);
    thread.messages.push(message);
    this.callIn(thread, message, this.namedIn(body));
    for (const who of [root.author, author]) if (this.members.has(who)) thread.follow(who, message.number);
    this.happens('ThreadMessageSent', message);
    return message;
  }

  edit(message: ModelMessage, body: string): void {
    if (message.body === body) return;
    const before = this.namedIn(message.body);
    Object.assign(message, { body, edited: true });
    const thread = message.root && this.threads.get(message.root.number);
    const added = this.namedIn(body).filter((who) => !before.includes(who));
    if (thread) this.callIn(thread, message, added);
    this.happens(message.root ? 'ThreadMessageEdited' : 'MessageEdited', message);
  }

  /** Its reactions and its pin go with it. */
  delete(message: ModelMessage): void {
    if (message.deleted) return;
    Object.assign(message, { body: '', deleted: true });
    message.reactions.clear();
    this.dropPin(message);
    this.happens(message.root ? 'ThreadMessageDeleted' : 'MessageDeleted', message);
  }

  react(message: ModelMessage, who: Name, emoji: string): void {
    if (addReaction(message, who, emoji)) this.happens('ReactionAdded', message);
  }

  takeBack(message: ModelMessage, who: Name, emoji: string): void {
    if (takeReactionBack(message, who, emoji)) this.happens('ReactionRemoved', message);
  }

  pin(message: ModelMessage): void {
    if (this.pins.includes(message)) return;
    this.pins.unshift(message);
    this.happens('MessagePinned', message);
  }

  unpin(message: ModelMessage): void {
    if (this.dropPin(message)) this.happens('MessageUnpinned', message);
  }

  enter(who: Name): void {
    if (this.members.has(who)) return;
    // Whoever comes sees their own coming.
    this.members.set(who, this.members.size === 0 && !this.isDirect ? 'OWNER' : 'MEMBER');
    this.read.set(who, this.messages.length);
    this.happens('MemberJoined', who);
  }

  leave(who: Name): void {
    const role = this.members.get(who);
    if (role === undefined) return;
    this.happens('MemberLeft', who);
    this.members.delete(who);
    for (const { places } of this.threads.values()) places.delete(who);
    if (role === 'OWNER') this.passOn();
  }

  /** Who may come in, or be brought in, where they are not there yet. */
  isClosedTo(who: Name): boolean {
    return !this.members.has(who) && (this.isArchived || this.banned.has(who));
  }

  setArchived(isArchived: boolean): void {
    if (this.isArchived === isArchived) return;
    this.isArchived = isArchived;
    this.happens('RoomChanged', null);
  }

  ban(whom: Name): void {
    if (this.banned.has(whom)) return;
    this.banned.add(whom);
    this.leave(whom);
  }

  /** With all that is in it. */
  deleteAll(): void {
    this.isDeleted = true;
    for (const kept of [this.members, this.threads, this.read, this.banned]) kept.clear();
    this.messages.length = 0;
    this.pins.length = 0;
  }

  /** As read up to a number, and no further back. */
  reads(who: Name, number: number): void {
    this.read.set(who, Math.max(number, this.read.get(who) ?? 0));
  }

  /** As unread from a number on, and no further. */
  marksUnread(who: Name, number: number): void {
    this.read.set(who, Math.min(number - 1, this.read.get(who) ?? 0));
  }

  /** What a member has read, and how many messages of others are left that are not deleted. */
  badgeOf(who: Name): ModelBadge {
    const lastRead = this.read.get(who) ?? 0;
    const unread = this.messages.filter(
      ({ number, author, deleted }) => number > lastRead && this.hears(who, author) && !deleted,
    );
    const beside = [...this.threads.values()].map((thread) => thread.stateOf(who));
    return {
      lastRead,
      unread: unread.length,
      // What is said in a conversation is said to each of them.
      mentions: this.isDirect ? unread.length : unread.filter(({ body }) => this.namedIn(body).includes(who)).length,
      unreadThreads: beside.filter(({ unread: count }) => count > 0).length,
      threadMentions: beside.reduce((sum, { mentions }) => sum + mentions, 0),
    };
  }

  make(whom: Name, role: Role): void {
    if (this.members.get(whom) === role) return;
    this.members.set(whom, role);
    this.happens('MemberRoleChanged', whom);
  }

  /** Whoever names themselves is called by nobody. */
  private callIn(thread: ModelThread, { number, author }: ModelMessage, named: readonly Name[]): void {
    for (const who of named) if (who !== author && this.members.has(who)) thread.followAsNamed(who, number);
  }

  /** Says whether it was pinned. */
  private dropPin(message: ModelMessage): boolean {
    const place = this.pins.indexOf(message);
    if (place !== -1) this.pins.splice(place, 1);
    return place !== -1;
  }

  private passOn(): void {
    const others = [...this.members];
    const [heir] = others.find(([, role]) => role === 'MODERATOR') ?? others[0] ?? [];
    if (heir) this.make(heir, 'OWNER');
  }

  private happens(type: string, about: ModelEvent['about']): void {
    this.seq += 1;
    this.note({ place: this.name, type, seq: this.seq, about });
  }
}
