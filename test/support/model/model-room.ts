import type { Name, Role } from './action.js';

/** A message as everybody in its room must see it. */
export interface ModelMessage {
  readonly number: number;
  readonly author: Name;
  body: string;
  edited: boolean;
  deleted: boolean;
}

/** What happened: its place in the room, and what it was about. */
export interface ModelEvent {
  readonly place: string;
  readonly type: string;
  readonly seq: number;
  /** A person, or the number of a message. */
  readonly about: Name | number;
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
  /** By the number of each root what was said beside it. */
  readonly threads = new Map<number, ModelMessage[]>();
  /** By the number of each root who follows, and how far they have read. */
  private readonly followers = new Map<number, Map<Name, number>>();
  /** How far each of them has read. */
  private readonly read = new Map<Name, number>();
  private seq = 0;

  constructor(
    private readonly name: string,
    readonly isPrivate: boolean,
    private readonly note: (event: ModelEvent) => void,
    private readonly namedIn: (body: string) => readonly Name[],
  ) {}

  /** The code of the refusal for those who are not in it; undefined for those who are. */
  refusalTo(who: Name): string | undefined {
    if (this.members.has(who)) return undefined;
    return this.isPrivate ? 'NOT_FOUND' : 'FORBIDDEN';
  }

  moderates(who: Name): boolean {
    return this.members.get(who) === 'OWNER' || this.members.get(who) === 'MODERATOR';
  }

  post(author: Name, body: string): ModelMessage {
    const message = { number: this.messages.length + 1, author, body, edited: false, deleted: false };
    this.messages.push(message);
    this.happens('MessageSent', message.number);
    return message;
  }

  /** Its author, who answers, and whom the answer names follow from then on. */
  postBeside(root: ModelMessage, author: Name, body: string): ModelMessage {
    const thread = this.threads.get(root.number) ?? [];
    const message = { number: thread.length + 1, author, body, edited: false, deleted: false };
    this.threads.set(root.number, [...thread, message]);
    const followers = this.followers.get(root.number) ?? new Map<Name, number>();
    this.followers.set(root.number, followers);
    for (const who of [root.author, author, ...this.namedIn(body)])
      if (this.members.has(who) && !followers.has(who)) followers.set(who, message.number - 1);
    this.happens('ThreadMessageSent', message.number);
    return message;
  }

  edit(message: ModelMessage, body: string): void {
    if (message.body === body) return;
    Object.assign(message, { body, edited: true });
    this.happens('MessageEdited', message.number);
  }

  delete(message: ModelMessage): void {
    if (message.deleted) return;
    Object.assign(message, { body: '', deleted: true });
    this.happens('MessageDeleted', message.number);
  }

  enter(who: Name): void {
    if (this.members.has(who)) return;
    // Whoever comes sees their own coming.
    this.members.set(who, this.members.size === 0 ? 'OWNER' : 'MEMBER');
    this.read.set(who, this.messages.length);
    this.happens('MemberJoined', who);
  }

  leave(who: Name): void {
    const role = this.members.get(who);
    if (role === undefined) return;
    this.happens('MemberLeft', who);
    this.members.delete(who);
    for (const followers of this.followers.values()) followers.delete(who);
    if (role === 'OWNER') this.passOn();
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
      ({ number, author, deleted }) => number > lastRead && author !== who && !deleted,
    );
    const unreadBeside = [...this.threads].map(([root, thread]) => {
      const read = this.followers.get(root)?.get(who) ?? Infinity;
      return thread.filter(({ number, author }) => number > read && author !== who);
    });
    const naming = (messages: readonly ModelMessage[]): number =>
      messages.filter(({ body }) => this.namedIn(body).includes(who)).length;
    return {
      lastRead,
      unread: unread.length,
      mentions: naming(unread),
      unreadThreads: unreadBeside.filter(({ length }) => length > 0).length,
      threadMentions: naming(unreadBeside.flat()),
    };
  }

  make(whom: Name, role: Role): void {
    if (this.members.get(whom) === role) return;
    this.members.set(whom, role);
    this.happens('MemberRoleChanged', whom);
  }

  private passOn(): void {
    const others = [...this.members];
    const [heir] = others.find(([, role]) => role === 'MODERATOR') ?? others[0] ?? [];
    if (heir) this.make(heir, 'OWNER');
  }

  private happens(type: string, about: Name | number): void {
    this.seq += 1;
    this.note({ place: this.name, type, seq: this.seq, about });
  }
}
