import type { Person } from '../people/person.js';
import { type RoomState, STATE, stateOf } from '../people/reading.js';
import type { Socket } from '../sockets/socket.js';

interface Place {
  readonly id: string;
}

/** An event with as much as a badge needs of it. */
interface BadgeEvent {
  readonly __typename: string;
  readonly seq?: number;
  readonly room?: { readonly id: string };
  readonly roomId?: string;
  readonly state?: RoomState | null;
  readonly user?: { readonly id: string };
  readonly message?: {
    readonly number: number;
    readonly author: { readonly id: string };
    readonly mentions: readonly { readonly id: string }[];
  };
  readonly roomMention?: 'BEGAN' | 'ENDED' | null;
}

interface Item {
  readonly item: { readonly cursor: string; readonly event: BadgeEvent | null };
}

const FEED = `subscription ($after: Cursor!) { item: events(after: $after) { cursor event { __typename
  ... on RoomEvent { seq room { id } } ... on MemberEvent { user { id } }
  ... on MessageEvent { message { number author { id } mentions { id } } }
  ... on MessageSent { roomMention } ... on MessageEdited { roomMention } ... on MessageDeleted { roomMention }
  ... on RoomStateChanged { roomId state { ${STATE} } } } } }`;
const SNAPSHOT = `query ($id: ID!) { viewer { eventCursor } room(id: $id) { viewerState { ${STATE} } } }`;

/** One of somebody's devices, which shows the badge of a room and keeps it as docs/api.md says. It has a line, or none. */
export class BadgeDevice {
  private line: Socket | undefined;

  private constructor(
    private readonly owner: Person,
    private readonly room: Place,
    private cursor: string,
    private state: RoomState | null,
  ) {}

  static async opens(owner: Person, room: Place): Promise<BadgeDevice> {
    const { viewer, room: seen } = await owner.asks<{
      viewer: { eventCursor: string };
      room: { viewerState: RoomState | null } | null;
    }>(SNAPSHOT, { id: room.id });
    return new BadgeDevice(owner, room, viewer.eventCursor, seen?.viewerState ?? null);
  }

  /** What it shows. */
  get badge(): number | null {
    return this.state?.unreadCount ?? null;
  }

  /** All that it knows of the room. */
  get known(): RoomState | null {
    return this.state;
  }

  async goesOnline(): Promise<void> {
    if (this.line) return;
    const line = await this.owner.opensSocket();
    this.line = line;
    void this.follows(line);
  }

  goesOffline(): void {
    this.line?.cut();
    this.line = undefined;
  }

  /** What a mutation of its own answered: no older than what it knew. */
  hears(answer: RoomState | null): void {
    this.state = answer;
  }

  private async follows(line: Socket): Promise<void> {
    const feed = line.subscribes<Item>(FEED, { after: this.cursor });
    for (;;) {
      const answer = await feed.next().catch(() => undefined);
      // What still comes over a line that was cut is for nobody: it comes again.
      if (!answer || this.line !== line) return;
      const { event, cursor } = answer.item;
      // Twice: an event that comes once more changes nothing.
      for (const again of event ? [event, event] : []) await this.handles(again);
      this.cursor = cursor;
    }
  }

  private async handles(event: BadgeEvent): Promise<void> {
    if (event.__typename === 'RoomStateChanged' && event.roomId === this.room.id) this.state = event.state ?? null;
    if (event.room?.id !== this.room.id || event.seq === undefined) return;
    if (this.state && event.seq <= this.state.asOfSeq) return;
    if (event.user?.id === this.owner.id && event.__typename === 'MemberJoined') {
      this.state = await stateOf(this.owner, this.room);
    } else if (event.user?.id === this.owner.id && event.__typename === 'MemberLeft') this.state = null;
    else if (this.state) this.state = counted(this.state, event.seq, event, this.owner);
  }
}

function counted(state: RoomState, seq: number, event: BadgeEvent, owner: Person): RoomState {
  const { __typename, message } = event;
  const isTheirs = message !== undefined && message.author.id !== owner.id && message.number > state.lastReadNumber;
  if (!isTheirs) return { ...state, asOfSeq: seq };
  const change = { MessageSent: 1, MessageDeleted: -1 }[__typename] ?? 0;
  return {
    ...state,
    asOfSeq: seq,
    unreadCount: state.unreadCount + change,
    unreadMentionCount: state.unreadMentionCount + changeOfMentions(event, owner),
  };
}

function changeOfMentions({ __typename, message, roomMention }: BadgeEvent, owner: Person): number {
  if (roomMention === 'BEGAN') return 1;
  if (roomMention === 'ENDED') return -1;
  return __typename === 'MessageSent' && message?.mentions.some(({ id }) => id === owner.id) ? 1 : 0;
}
