import type { OpenRoomFieldsFragment, ViewerFieldsFragment } from '../../core/graphql/generated';
import type {
  FeedEvent,
  Member,
  MemberEvent,
  Message,
  Person,
  Room,
  RoomChange,
  RoomChangeEvent,
  RoomRole,
  RoomVisibility,
} from '../../core/graphql/model';
import type { RoomPage } from '../room-page';

interface TinyRoom extends Settings {
  readonly id: string;
  readonly members: Map<string, Member>;
  readonly messages: Message[];
  seq: number;
  lastActivity: number;
}

interface Settings {
  name: string;
  topic: string;
  visibility: RoomVisibility;
}

/** An event as it is kept: who was in the room then, and how to show it as things are now. */
interface Logged {
  readonly audience: Pick<ReadonlySet<string>, 'has'>;
  readonly show: () => FeedEvent;
}

const EVERYBODY = { has: () => true };

/** The server's rules for rooms, messages and events, small enough to be read: what the client must end up agreeing with. */
export class TinyServer {
  private readonly rooms = new Map<string, TinyRoom>();
  private readonly log: Logged[] = [];
  private clock = 0;

  constructor(roomIds: readonly string[], ownerId: string) {
    for (const id of roomIds) {
      const settings = { name: id, topic: '', visibility: 'PUBLIC' as const };
      this.rooms.set(id, { ...settings, id, members: new Map(), messages: [], seq: 0, lastActivity: 0 });
      this.enter(id, ownerId, 'OWNER');
    }
  }

  get position(): number {
    return this.log.length;
  }

  /** What this person's feed has after a position. */
  eventsAfter(position: number, personId: string): readonly FeedEvent[] {
    return this.log
      .slice(position)
      .filter(({ audience }) => audience.has(personId))
      .map(({ show }) => show());
  }

  enter(roomId: string, personId: string, role: RoomRole = 'MEMBER'): void {
    const room = this.room(roomId);
    if (room.members.has(personId)) return;
    room.members.set(personId, { user: person(personId), role, joinedAt: this.now() });
    const { id, at, seq } = this.next(room);
    this.append(room, () => ({
      ...{ __typename: 'MemberJoined', id, at, seq, actor: person(personId), room: this.shown(room) },
      ...{ user: person(personId), member: room.members.get(personId) ?? null },
    }));
  }

  leave(roomId: string, personId: string): void {
    const room = this.room(roomId);
    if (room.members.get(personId)?.role === 'OWNER' || !room.members.has(personId)) return;
    const { id, at, seq } = this.next(room);
    const audience = new Set(room.members.keys());
    room.members.delete(personId);
    const actor = person(personId);
    this.log.push({
      audience,
      show: () => ({ __typename: 'MemberLeft', id, at, seq, actor, room: this.shown(room), user: actor }),
    });
  }

  setRole(roomId: string, personId: string, role: RoomRole): void {
    const room = this.room(roomId);
    const member = room.members.get(personId);
    if (!member || member.role === 'OWNER' || role === 'OWNER') return;
    room.members.set(personId, { ...member, role });
    const { id, at, seq } = this.next(room);
    this.append(room, () => ({
      ...{ __typename: 'MemberRoleChanged', id, at, seq, actor: null, room: this.shown(room) },
      ...{ user: person(personId), member: room.members.get(personId) ?? null, role },
    }));
  }

  update(roomId: string, personId: string, settings: Partial<Settings>): void {
    const room = this.room(roomId);
    if (!room.members.has(personId)) return;
    const changes: RoomChange[] = [];
    if (settings.name !== undefined && settings.name !== room.name) changes.push('NAME');
    if (settings.topic !== undefined && settings.topic !== room.topic) changes.push('TOPIC');
    if (settings.visibility !== undefined && settings.visibility !== room.visibility) changes.push('VISIBILITY');
    if (changes.length === 0) return;
    const before = room.visibility;
    Object.assign(room, settings);
    const visibility = room.visibility === before ? null : room.visibility;
    const { id, at, seq } = this.next(room);
    const actor = person(personId);
    this.append(room, () => {
      return { __typename: 'RoomChanged', id, at, seq, actor, room: this.shown(room), changes, visibility };
    });
    this.tellEverybody(room, before, { id: `${id}-of-all`, at, actor });
  }

  send(roomId: string, personId: string, body: string): void {
    const room = this.room(roomId);
    if (!room.members.has(personId)) return;
    const number = room.messages.length + 1;
    room.messages.push({
      ...{ id: `${roomId}-${String(number)}`, number, seq: room.seq + 1, author: person(personId), body },
      ...{
        createdAt: this.now(),
        editedAt: null,
        deletedAt: null,
        nonce: null,
        attachments: [],
        mentions: [],
        mentionsRoom: false,
      },
    });
    this.aboutMessage(room, number, 'MessageSent');
  }

  edit(roomId: string, number: number, body: string): void {
    const room = this.room(roomId);
    const message = room.messages[number - 1];
    if (message?.deletedAt !== null) return;
    room.messages[number - 1] = { ...message, body, editedAt: this.now() };
    this.aboutMessage(room, number, 'MessageEdited');
  }

  delete(roomId: string, number: number): void {
    const room = this.room(roomId);
    const message = room.messages[number - 1];
    if (message?.deletedAt !== null) return;
    room.messages[number - 1] = { ...message, body: '', deletedAt: this.now() };
    this.aboutMessage(room, number, 'MessageDeleted');
  }

  /** The rooms that somebody may see, by name. */
  readVisible(personId: string): RoomPage {
    const seen = [...this.rooms.values()].filter((room) => room.visibility === 'PUBLIC' || room.members.has(personId));
    const rooms = seen.map((room) => this.shown(room)).sort((a, b) => a.name.localeCompare(b.name));
    return { rooms, endCursor: null };
  }

  readViewer(personId: string): ViewerFieldsFragment {
    const own = [...this.rooms.values()]
      .filter(({ members }) => members.has(personId))
      .sort((a, b) => b.lastActivity - a.lastActivity);
    return {
      user: person(personId),
      eventCursor: String(this.position),
      rooms: {
        nodes: own.map((room) => ({ ...this.shown(room), viewerMembership: room.members.get(personId) ?? null })),
        pageInfo: { hasNextPage: false, endCursor: null },
      },
    };
  }

  readRoom(roomId: string, personId: string, last = 50): OpenRoomFieldsFragment {
    const room = this.room(roomId);
    const viewerMembership = room.members.get(personId) ?? null;
    if (!viewerMembership) return { ...this.shown(room), viewerMembership, members: null, messages: null };
    const shown = room.messages.slice(-last);
    return {
      ...this.shown(room),
      viewerMembership,
      members: {
        nodes: [...room.members.values()],
        pageInfo: { hasNextPage: false, endCursor: null },
      },
      messages: {
        memberEvents: this.memberEvents(roomId, shown.length < room.messages.length ? (shown[0]?.seq ?? 0) : 0),
        roomChanges: this.roomChanges(roomId, shown.length < room.messages.length ? (shown[0]?.seq ?? 0) : 0),
        edges: shown.map((node) => ({ cursor: `c${String(node.number)}`, node })),
        pageInfo: { hasNextPage: false, hasPreviousPage: shown.length < room.messages.length },
      },
    };
  }

  private memberEvents(roomId: string, after: number): readonly MemberEvent[] {
    return this.log
      .map(({ show }) => show())
      .filter((event) => 'user' in event)
      .filter(({ room, seq }) => room.id === roomId && seq > after);
  }

  private roomChanges(roomId: string, after: number): readonly RoomChangeEvent[] {
    return this.log
      .map(({ show }) => show())
      .filter((event) => event.__typename === 'RoomChanged')
      .filter(({ room, seq }) => room.id === roomId && seq > after);
  }

  private tellEverybody(
    room: TinyRoom,
    before: RoomVisibility,
    event: { readonly id: string; readonly at: string; readonly actor: Person },
  ): void {
    const roomId = room.id;
    const listed = () => (room.visibility === 'PUBLIC' ? this.shown(room) : null);
    if (room.visibility === 'PUBLIC') {
      const __typename = before === 'PUBLIC' ? 'PublicRoomChanged' : 'PublicRoomAdded';
      this.log.push({ audience: EVERYBODY, show: () => ({ __typename, ...event, roomId, listed: listed() }) });
    } else if (before === 'PUBLIC') {
      this.log.push({ audience: EVERYBODY, show: () => ({ __typename: 'PublicRoomRemoved', ...event, roomId }) });
    }
  }

  private aboutMessage(room: TinyRoom, number: number, type: 'MessageSent' | 'MessageEdited' | 'MessageDeleted'): void {
    const { id, at, seq } = this.next(room);
    this.append(room, () => {
      const message = room.messages[number - 1];
      if (!message) throw new Error('A message of the log must exist.');
      return { __typename: type, id, at, seq, actor: message.author, room: this.shown(room), message };
    });
  }

  private append(room: TinyRoom, show: () => FeedEvent): void {
    this.log.push({ audience: new Set(room.members.keys()), show });
  }

  private next(room: TinyRoom): { id: string; at: string; seq: number } {
    const at = this.now();
    room.seq += 1;
    room.lastActivity = this.clock;
    return { id: `${room.id}-e${String(room.seq)}`, at, seq: room.seq };
  }

  private shown({ id, name, topic, visibility, members }: TinyRoom): Room {
    const createdAt = '2026-11-21T18:00:00.000Z';
    return { id, name, topic, visibility, createdAt, memberCount: members.size };
  }

  private room(id: string): TinyRoom {
    const room = this.rooms.get(id);
    if (!room) throw new Error(`There is no room ${id}.`);
    return room;
  }

  private now(): string {
    this.clock += 1;
    return new Date(Date.UTC(2026, 10, 21, 18, 0, 0, this.clock)).toISOString();
  }
}

export function person(id: string): Person {
  return { id, username: id, displayName: id, kind: 'PERSON', createdAt: '2026-11-01T00:00:00.000Z' };
}
