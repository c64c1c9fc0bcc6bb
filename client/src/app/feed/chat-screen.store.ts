import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { OpenRoomFieldsFragment } from '../core/graphql/generated';
import type { Room, RoomRole } from '../core/graphql/model';
import { isPassing, type Outcome } from '../core/graphql/problem';
import { pauseAfter } from '../core/graphql/try-again';
import { ServerInfoStore } from '../core/server-info/server-info.store';
import { SessionStore } from '../core/session/session.store';
import { Spacing } from '../shared/time/repetition';
import { fromViewer, withOpenRoom, withOwnRooms } from './apply-read';
import { ChatStateStore } from './chat-state.store';
import { ConnectionStore } from './connection.store';
import { type FirstRead, FeedRequests } from './data/feed-requests';
import { Feed } from './feed';
import { Attempts } from './attempts';
import { type LostRoom, lostRoom } from './lost-room';
import { VisibleRooms } from './visible-rooms.store';

export interface OpenRoom extends Room {
  readonly role: RoomRole | null;
}

export type RoomStatus = 'none' | 'loading' | 'member' | 'preview' | 'not-found' | 'failed';

/** What the last read of a room said that the viewer is not a member of. */
interface Outside {
  readonly roomId: string;
  readonly room: Room | null;
}

/** Which room is open, and the reads that a screen needs: one for the whole first screen, one for each room after it. */
@Injectable({ providedIn: 'root' })
export class ChatScreen {
  private readonly requests = inject(FeedRequests);
  private readonly chat = inject(ChatStateStore);
  private readonly feed = inject(Feed);
  private readonly connection = inject(ConnectionStore);
  private readonly server = inject(ServerInfoStore);
  private readonly session = inject(SessionStore);

  private readonly wanted = signal<{ readonly roomId: string | null } | null>(null);
  private readonly outside = signal<Outside | null>(null);
  private readonly reading = signal<string | null>(null);
  private readonly visible = inject(VisibleRooms);
  private readonly lost = signal<LostRoom | null>(null);
  private readonly attempts = new Attempts();
  private readonly spacing = new Spacing();

  readonly problem = this.attempts.problem;
  readonly roomId = computed(() => this.wanted()?.roomId ?? null);
  /** The open room, where the viewer has just lost it. */
  readonly lostRoom = computed(() => (this.lost()?.roomId === this.roomId() ? this.lost() : null));

  readonly status = computed(() => {
    if (this.chat.state()) return 'ready';
    return this.problem() ? 'failed' : 'loading';
  });

  private readonly own = computed(() => this.chat.state()?.rooms.get(this.roomId() ?? '') ?? null);

  readonly room = computed<OpenRoom | null>(() => {
    const own = this.own();
    if (own) return { ...own.room, role: own.role };
    const outside = this.outside();
    return outside?.room && outside.roomId === this.roomId() ? { ...outside.room, role: null } : null;
  });

  readonly roomStatus = computed<RoomStatus>(() => {
    if (this.roomId() === null) return 'none';
    if (this.own()?.timeline) return 'member';
    if (this.problem()) return 'failed';
    if (this.own() || this.outside()?.roomId !== this.roomId()) return 'loading';
    return this.room() ? 'preview' : 'not-found';
  });

  private readonly needsChat = computed(
    () => this.wanted() !== null && this.session.status() === 'signed-in' && !this.chat.state(),
  );

  private readonly needsRoom = computed(() => {
    if (this.roomId() === null || !this.chat.state()) return false;
    const own = this.own();
    return own ? !own.timeline : this.outside()?.roomId !== this.roomId();
  });

  constructor() {
    this.chat.events.subscribe(({ event }) => {
      const lost = lostRoom(event, this.chat.state()?.viewerId);
      // Only the open room's: the others are simply no longer in the list.
      if (lost?.roomId === this.roomId()) this.lost.set(lost);
    });
    effect(() => {
      if (!this.own()) return;
      this.outside.set(null);
      this.lost.set(null);
    });
    effect(() => {
      if (this.connection.state() === 'live') this.attempts.forget();
    });
    effect(() => {
      if (this.attempts.mustWait()) return;
      if (this.needsChat()) {
        if (this.reading() === null) untracked(() => void this.readChat());
      } else if (this.needsRoom() && this.reading() !== this.roomId()) untracked(() => void this.readRoom());
    });
    effect(() => {
      if (this.session.status() === 'signed-out')
        untracked(() => {
          this.close();
        });
    });
  }

  /** Called by the route. */
  open(roomId: string | null): void {
    if (this.wanted() && this.roomId() === roomId) return;
    this.attempts.forget();
    this.outside.set(null);
    this.lost.set(null);
    this.wanted.set({ roomId });
  }

  retry(): void {
    this.attempts.forget();
  }

  /** Comes into a room by a mutation that answers with it, so that it need not be read as well. */
  async enter(
    roomId: string,
    request: () => Promise<Outcome<OpenRoomFieldsFragment>>,
  ): Promise<Outcome<OpenRoomFieldsFragment>> {
    this.reading.set(roomId);
    const outcome = await this.chat.read(request, withOpenRoom);
    this.doneReading(roomId);
    return outcome;
  }

  private close(): void {
    this.feed.stop();
    this.chat.clear();
    this.lost.set(null);
    this.wanted.set(null);
    this.outside.set(null);
    this.attempts.forget();
  }

  private async readChat(): Promise<void> {
    const cursor = await this.readEverything();
    if (cursor !== null) this.feed.start(cursor, () => this.readEverything());
  }

  /** Gives the position of the feed that belongs to what was read. */
  private async readEverything(): Promise<string | null> {
    const roomId = this.roomId();
    const outcome = await this.whileReading(() => this.requests.openChat(roomId));
    if (!outcome?.ok) return null;
    const { server, viewer, visibleRooms } = outcome.value;
    this.server.set(server);
    this.chat.begin(firstState(outcome.value));
    this.visible.set(visibleRooms);
    this.noteOutside(roomId, outcome.value.room);
    void this.readMoreRooms(viewer.rooms.pageInfo);
    return viewer.eventCursor;
  }

  private async readRoom(): Promise<void> {
    const roomId = this.roomId();
    if (roomId === null) return;
    const outcome = await this.whileReading(() =>
      this.chat.read(
        () => this.requests.openRoom(roomId),
        (state, room) => (room ? withOpenRoom(state, room) : state),
      ),
    );
    if (outcome?.ok) this.noteOutside(roomId, outcome.value);
  }

  private async readMoreRooms(page: { hasNextPage: boolean; endCursor: string | null }): Promise<void> {
    const userId = this.session.userId();
    let { hasNextPage, endCursor } = page;
    for (let attempt = 0; hasNextPage && endCursor !== null && this.session.userId() === userId;) {
      const after = endCursor;
      const outcome = await this.chat.read(() => this.requests.moreOwnRooms(after), withOwnRooms);
      if (outcome.ok) {
        attempt = 0;
        ({ hasNextPage, endCursor } = outcome.value.pageInfo);
        // A list that does not go on would be asked for again and again.
        if (endCursor === after) return;
      } else if (isPassing(outcome.problem)) await pauseAfter(outcome.problem, attempt++);
      else return;
    }
  }

  /** An answer that is long in coming holds up nobody who has gone on to another room, and may come after theirs. */
  private doneReading(roomId: string): void {
    this.reading.update((current) => (current === roomId ? null : current));
  }

  private noteOutside(roomId: string | null, room: OpenRoomFieldsFragment | null | undefined): void {
    if (roomId === null || roomId !== this.roomId() || room === undefined || room?.viewerMembership) return;
    this.outside.set({ roomId, room });
  }

  /** Null where the screen has been left for another one meanwhile, or the page by whoever it was for. */
  private async whileReading<T>(read: () => Promise<Outcome<T>>): Promise<Outcome<T> | null> {
    const wanted = this.wanted();
    const userId = this.session.userId();
    const reading = wanted?.roomId ?? '';
    this.reading.set(reading);
    // Whatever makes a screen want the same again (somebody is put out and let in, over and over), it is not asked for without a pause.
    await this.spacing.turn(reading);
    const outcome = await read();
    this.doneReading(reading);
    this.attempts.answered();
    // Somebody else may have signed in on this page while the answer was on its way.
    if (this.session.userId() !== userId) return null;
    if (this.wanted() !== wanted) return outcome.ok ? outcome : null;
    if (outcome.ok) this.attempts.succeed();
    // What is already on the screen stays there: the feed goes on trying.
    else if (this.roomStatus() !== 'member') this.attempts.fail(outcome.problem);
    return outcome;
  }
}

function firstState({ viewer, room }: FirstRead) {
  const state = fromViewer(viewer);
  return room ? withOpenRoom(state, room) : state;
}
