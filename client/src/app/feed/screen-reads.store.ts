import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { OpenRoomFieldsFragment } from '../core/graphql/generated';
import type { Outcome } from '../core/graphql/problem';
import { ServerInfoStore } from '../core/server-info/server-info.store';
import { SessionRestore } from '../core/session/session-restore';
import { SessionStore } from '../core/session/session.store';
import { someTabLeads } from '../core/tabs/tab-browser';
import { Spacing } from '../shared/time/repetition';
import { sleep } from '../shared/time/timer';
import { fromViewer, withOpenRoom } from './apply-read';
import { Attempts } from './attempts';
import { BlockedPages } from './blocked-pages';
import { ChatStateStore } from './chat-state.store';
import { ConnectionStore } from './connection.store';
import { type FirstRead, FeedRequests } from './data/feed-requests';
import { Feed } from './feed';
import { OpenRoomStore } from './open-room.store';
import { OwnRoomPages } from './own-room-pages';
import { withSeenBefore } from './read-state';
import { RoomPreviews } from './room-previews.store';
import { SnapshotStore } from './snapshot/snapshot.store';
import { TabFeed } from './tabs/tab-feed';
import { withThreadsSeenBefore } from './thread-reading';
import { VisibleRooms } from './visible-rooms.store';

/** In milliseconds: longer than this nobody looks at an empty page for the sake of another tab. */
const PATIENCE = 200;

export type RoomStatus = 'none' | 'loading' | 'member' | 'preview' | 'not-found' | 'failed';

/** The reads that a screen needs: one for the whole first screen, one for each room after it. What is open decides which. */
@Injectable({ providedIn: 'root' })
export class ScreenReads {
  private readonly requests = inject(FeedRequests);
  private readonly blocked = inject(BlockedPages);
  private readonly chat = inject(ChatStateStore);
  private readonly feed = inject(Feed);
  private readonly connection = inject(ConnectionStore);
  private readonly open = inject(OpenRoomStore);
  private readonly ownRooms = inject(OwnRoomPages);
  private readonly previews = inject(RoomPreviews);
  private readonly server = inject(ServerInfoStore);
  private readonly restore = inject(SessionRestore);
  private readonly session = inject(SessionStore);
  private readonly snapshot = inject(SnapshotStore);
  private readonly tabs = inject(TabFeed);
  private readonly visible = inject(VisibleRooms);

  private readonly reading = signal<string | null>(null);
  private readonly attempts = new Attempts();
  private readonly spacing = new Spacing();
  private timesRead = 0;
  /** The last time that the chat was read. */
  private opening: Promise<void> | null = null;

  readonly problem = this.attempts.problem;

  /** Of the chat as a whole. */
  readonly status = computed(() => {
    if (this.chat.state()) return 'ready';
    return this.problem() ? 'failed' : 'loading';
  });

  readonly roomStatus = computed<RoomStatus>(() => {
    if (this.open.roomId() === null) return 'none';
    if (this.open.own()?.timeline) return 'member';
    if (this.problem()) return 'failed';
    if (this.open.own() || this.open.preview() === undefined) return 'loading';
    return this.open.room() ? 'preview' : 'not-found';
  });

  private readonly needsChat = computed(
    () => this.open.screen() !== null && this.session.status() === 'signed-in' && !this.chat.state(),
  );

  private readonly needsRoom = computed(() => {
    const roomId = this.open.roomId();
    if (roomId === null || !this.chat.state()) return false;
    const own = this.open.own();
    return own ? !own.timeline : this.previews.isWanting(roomId);
  });

  constructor() {
    effect(() => {
      this.open.screen();
      this.attempts.forget();
    });
    effect(() => {
      if (this.connection.state() === 'live') this.attempts.forget();
    });
    effect(() => {
      if (this.attempts.mustWait()) return;
      if (this.needsChat()) {
        if (this.reading() === null)
          untracked(() => {
            this.openChat();
          });
      } else if (this.needsRoom() && this.reading() !== this.open.roomId()) untracked(() => void this.readRoom());
    });
    effect(() => {
      if (this.session.status() === 'signed-out')
        untracked(() => {
          this.feed.stop();
          this.tabs.leave();
          this.chat.clear();
        });
    });
  }

  retry(): void {
    this.attempts.forget();
  }

  /** Where another tab has the chat, a page waits for that before it is drawn, so that it is drawn once and with all that is in it. */
  async comeFromOtherTab(): Promise<void> {
    if (!this.needsChat() || !(await someTabLeads())) return;
    if (this.needsChat() && this.reading() === null) this.openChat();
    await Promise.race([this.opening, sleep(PATIENCE)]);
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

  private openChat(): void {
    this.opening = this.readChat();
  }

  private async readChat(): Promise<void> {
    this.reading.set('');
    const shared = await this.tabs.open();
    const past = shared ?? (await this.snapshot.open());
    this.doneReading('');
    const cursor = past ?? (await this.readEverything());
    if (cursor !== null) this.feed.start(cursor, () => this.readEverything());
    if (past === null || shared !== null) return;
    // What was read last on this device is on the page, and the feed goes on from there. What the server allows no event tells.
    if (this.restore.isUnreachable()) this.connection.lose();
    void this.server.refresh();
  }

  /** Gives the position of the feed that belongs to what was read. */
  private async readEverything(): Promise<string | null> {
    const roomId = this.open.roomId();
    const outcome = await this.whileReading(() => this.requests.openChat(roomId));
    if (!outcome?.ok) return null;
    const { server, viewer, visibleRooms, room } = outcome.value;
    this.server.set(server);
    const before = this.chat.state();
    this.chat.begin(withThreadsSeenBefore(withSeenBefore(firstState(outcome.value), before), before));
    this.visible.set(visibleRooms);
    this.keepPreview(roomId, room);
    void this.readRest(viewer);
    return viewer.eventCursor;
  }

  private async readRest({ blockedUsers, rooms }: FirstRead['viewer']): Promise<void> {
    const times = (this.timesRead += 1);
    const wereRead = await Promise.all([
      this.ownRooms.readAfter(rooms.pageInfo),
      this.blocked.readAfter(blockedUsers.pageInfo),
    ]);
    if (wereRead.every(Boolean) && times === this.timesRead) this.chat.becomeWhole();
  }

  private async readRoom(): Promise<void> {
    const roomId = this.open.roomId();
    if (roomId === null) return;
    const outcome = await this.whileReading(() =>
      this.chat.read(
        () => this.requests.openRoom(roomId),
        (state, room) => (room ? withOpenRoom(state, room) : state),
      ),
    );
    if (outcome?.ok) this.keepPreview(roomId, outcome.value);
  }

  private keepPreview(roomId: string | null, room: OpenRoomFieldsFragment | null | undefined): void {
    if (roomId === null || roomId !== this.open.roomId() || room === undefined || room?.viewerMembership) return;
    this.previews.keep(roomId, room);
  }

  /** Null where the screen has been left for another one meanwhile, or the page by whoever it was for. */
  private async whileReading<T>(read: () => Promise<Outcome<T>>): Promise<Outcome<T> | null> {
    const screen = this.open.screen();
    const userId = this.session.userId();
    const reading = screen?.roomId ?? '';
    this.reading.set(reading);
    // Whatever makes a screen want the same again (somebody is removed and added, over and over), it is not asked for without a pause.
    await this.spacing.turn(reading);
    const outcome = await read();
    this.doneReading(reading);
    this.attempts.answered();
    // Somebody else may have signed in on this page while the answer was on its way.
    if (this.session.userId() !== userId) return null;
    if (this.open.screen() !== screen) return outcome.ok ? outcome : null;
    if (outcome.ok) this.attempts.succeed();
    // What is already on the screen stays there: the feed goes on trying.
    else if (this.roomStatus() !== 'member') this.attempts.fail(outcome.problem);
    return outcome;
  }

  /** An answer that is long in coming holds up nobody who has gone on to another room, and may come after theirs. */
  private doneReading(roomId: string): void {
    this.reading.update((current) => (current === roomId ? null : current));
  }
}

function firstState({ viewer, room }: FirstRead) {
  const state = fromViewer(viewer);
  return room ? withOpenRoom(state, room) : state;
}
