import { effect, inject, Injectable, untracked } from '@angular/core';
import { defer, filter, firstValueFrom, from, map, merge, mergeMap, Observable, of, tap } from 'rxjs';
import type { FeedItem } from '../../core/graphql/model';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { SessionStore } from '../../core/session/session.store';
import { someTabLeads } from '../../core/tabs/tab-browser';
import { Tabs } from '../../core/tabs/tabs';
import { after, sleep } from '../../shared/time/timer';
import { ChatStateStore } from '../chat-state.store';
import { ConnectionStore } from '../connection.store';
import { OpenRoomStore } from '../open-room.store';
import { withSeenBefore } from '../read-state';
import { RoomOpenings } from '../snapshot/room-openings';
import type { SnapshotConversation } from '../snapshot/snapshot';
import { withThreadsSeenBefore } from '../thread-reading';
import type { FeedAsk, FeedSay, Given, LeaderLine } from './feed-line';
import { RecentItems } from './recent-items';
import type { TabState } from './tab-state';
import { tabsOf } from './tabs-of-viewer';

/** In milliseconds: longer than this no tab waits for another one to say what it knows. */
const PATIENCE = 1_000;

type TabCode = typeof import('./tab-code');

/**
 * The feed as the tabs of one browser share it: the one that leads has it from the server and tells the others, and one that is opened later begins with what that
 * tab knows.
 */
@Injectable({ providedIn: 'root' })
export class TabFeed {
  private readonly chat = inject(ChatStateStore);
  private readonly connection = inject(ConnectionStore);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly openings = inject(RoomOpenings);
  private readonly server = inject(ServerInfoStore);
  private readonly session = inject(SessionStore);
  private readonly tabs = inject(Tabs);

  private readonly topic = this.tabs.topic<FeedAsk, FeedSay<FeedItem, TabState, SnapshotConversation>>('feed');
  private readonly recent = new RecentItems<FeedItem>();
  /** As far as this tab has heard the feed, whether from the server or from another tab. */
  private reached: string | null = null;
  private loading: Promise<TabCode> | undefined;
  /** Answers other tabs; null while none has asked. */
  private line: LeaderLine<FeedItem, TabState, SnapshotConversation> | null = null;

  constructor() {
    // While the rest of the page is loaded.
    void this.prepare();
    effect(() => {
      if (this.session.userId() !== null)
        untracked(() => {
          this.join();
        });
    });
    effect(() => {
      const connection = this.connection.state();
      if (connection === 'live') this.topic.say({ kind: 'ask-again', isAnew: false });
      else this.topic.say({ kind: 'down', isLost: connection === 'lost' });
    });
    effect(() => {
      if (this.chat.isWhole() && !this.chat.isPast()) this.topic.say({ kind: 'ask-again', isAnew: false });
    });
    this.topic.asked.subscribe(({ body, from }) => {
      // Where its code cannot be loaded, they ask again.
      this.answer(body, from).catch(() => undefined);
    });
    this.topic.said.subscribe((said) => {
      if (said.kind === 'rest') void this.takeRest(said.rest);
    });
  }

  leave(): void {
    this.tabs.leave();
    this.reached = null;
  }

  /** Puts on the page what the tab that leads knows, and gives the position in the feed that belongs to it; null where there is no other tab, or it has nothing yet. */
  async open(): Promise<string | null> {
    const userId = this.session.userId();
    this.join();
    if (userId === null || (await this.tabs.settled()) !== 'follows') return null;
    const code = await this.code().catch(() => null);
    if (code === null) return null;
    const answer = firstValueFrom(merge(this.firstAnswer(), from(sleep(PATIENCE)).pipe(map(() => null))));
    this.topic.ask({ cursor: null, roomId: this.openRoom.roomId() });
    const state = await answer;
    if (state === null || this.session.userId() !== userId) return null;
    this.take(state, code);
    return state.cursor;
  }

  /** What follows a position: as the server tells it, or the tab that leads. */
  items(position: string, server: Observable<FeedItem>): Observable<Given<FeedItem, TabState>> {
    return defer(() => from(this.tabs.settled())).pipe(
      mergeMap((role) => (role === 'follows' ? this.fromLeader(position) : this.fromServer(server))),
    );
  }

  /** This tab knows all that has happened up to this position, and goes on from there. */
  begin(position: string): void {
    const isAnew = this.reached !== null && this.reached !== position;
    this.reached = position;
    this.recent.restart(position);
    if (isAnew) this.topic.say({ kind: 'ask-again', isAnew });
  }

  /** This tab has applied it. */
  tell(item: FeedItem): void {
    this.reached = item.cursor;
    this.recent.add(item);
    this.topic.say({ kind: 'item', item });
    this.line?.told(item);
  }

  /** Loads what a tab needs to begin with what another one knows. */
  private async prepare(): Promise<void> {
    if (await someTabLeads()) await this.code().catch(() => undefined);
  }

  private join(): void {
    const userId = this.session.userId();
    if (userId !== null) this.tabs.join(tabsOf(userId));
  }

  private fromServer(server: Observable<FeedItem>): Observable<Given<FeedItem, TabState>> {
    return new Observable((follower) => {
      const following = server.pipe(map((item) => ({ kind: 'item', item }) as const)).subscribe(follower);
      const isLost = this.tabs.changes.pipe(filter((role) => role !== 'leads'));
      following.add(
        isLost.subscribe(() => {
          follower.next({ kind: 'moved' });
        }),
      );
      return following;
    });
  }

  private fromLeader(position: string): Observable<Given<FeedItem, TabState>> {
    const { topic } = this;
    return from(this.code()).pipe(
      mergeMap((code) =>
        code
          .followLeader({ topic, moved: this.tabs.changes, after }, position, () => this.openRoom.roomId())
          .pipe(
            tap((given) => {
              if (given.kind === 'state') this.take(given.state, code);
            }),
          ),
      ),
    );
  }

  private firstAnswer(): Observable<TabState | null> {
    return merge(
      this.tabs.changes.pipe(map(() => null)),
      this.topic.said.pipe(
        mergeMap((said) => {
          if (said.kind === 'state') return of(said.state);
          return said.kind === 'not-yet' ? of(null) : [];
        }),
      ),
    );
  }

  private take(state: TabState, code: TabCode): void {
    this.server.set(state.server);
    const before = this.chat.state();
    this.chat.begin(withThreadsSeenBefore(withSeenBefore(code.chatStateOf(state), before), before));
    this.chat.becomeWhole();
    this.reached = state.cursor;
    this.recent.restart(state.cursor);
    if (state.conversation) this.addOpening(state.conversation);
  }

  private async answer(ask: FeedAsk, from: string): Promise<void> {
    const { LeaderLine } = await this.code();
    this.line ??= new LeaderLine<FeedItem, TabState, SnapshotConversation>(
      {
        recent: this.recent,
        isWhole: () => this.isWhole(),
        connection: () => this.connection.state(),
        giveState: (to, roomId) => void this.giveState(to, roomId),
        forLatecomer: (cursor, items) => this.forLatecomer(cursor, items),
        after,
      },
      this.topic,
    );
    this.line.answer(ask, from);
  }

  private isWhole(): boolean {
    return this.chat.isWhole() && !this.chat.isPast() && this.chat.state() !== null && this.reached !== null;
  }

  private async giveState(to: string, roomId: string | null): Promise<void> {
    const { conversationOf, tabStateOf } = await this.code();
    const [state, cursor] = [this.chat.state(), this.reached];
    if (!state || cursor === null) return;
    const beside = { cursor, server: this.server.info(), connection: this.connection.state() };
    this.topic.say({ kind: 'state', state: tabStateOf(state, beside, roomId, this.openings.all) }, to);
    for (const id of state.rooms.keys()) {
      if (id === roomId) continue;
      const now = this.chat.state();
      const rest = now && conversationOf(now, id, this.openings.all);
      if (!rest) continue;
      this.topic.say({ kind: 'rest', rest }, to);
      // Each is copied, and the page is to stay quick meanwhile.
      await sleep(0);
    }
  }

  private async takeRest(conversation: SnapshotConversation): Promise<void> {
    const { withConversations } = await this.code();
    this.chat.change((state) => withConversations(state, [conversation]));
    this.addOpening(conversation);
  }

  private addOpening({ id, openedAt }: SnapshotConversation): void {
    this.openings.add(new Map([[id, openedAt]]));
  }

  /** None of it is live for a tab that comes late. */
  private forLatecomer(cursor: string, items: readonly FeedItem[]): readonly FeedItem[] {
    const past = items.map((item) => ({ ...item, live: false }));
    if (this.connection.state() !== 'live') return past;
    return [...past, { cursor: items.at(-1)?.cursor ?? cursor, event: null, live: false, mark: 'CAUGHT_UP' }];
  }

  private code(): Promise<TabCode> {
    return (this.loading ??= this.load());
  }

  private async load(): Promise<TabCode> {
    try {
      return await import('./tab-code');
    } catch (error) {
      // Without a network it is not there: the next attempt loads it again.
      this.loading = undefined;
      throw error;
    }
  }
}
