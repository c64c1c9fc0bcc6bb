import { inject, Injectable } from '@angular/core';
import { feedEnd, FeedLoop, type Followed, Silence } from '#feed-core';
import type { Subscription } from 'rxjs';
import { Socket } from '../core/graphql/socket';
import type { FeedEvent, FeedItem } from '../core/graphql/model';
import { Refusal } from '../core/graphql/problem';
import { AccessTokens } from '../core/session/access-tokens';
import { SessionStore } from '../core/session/session.store';
import { pauseBefore } from '../shared/time/repetition';
import { after } from '../shared/time/timer';
import { networkLosses } from '../shared/time/wakeup';
import { ChatStateStore } from './chat-state.store';
import { ConnectionStore } from './connection.store';
import { FeedRequests } from './data/feed-requests';
import { TabFeed } from './tabs/tab-feed';
import type { TabState } from './tabs/tab-state';

/** After a long absence the page is brought up to date piece by piece: all of it need not be in memory twice. */
const MAX_MISSED = 2_000;

/** Follows the viewer's feed and applies it, from one cursor to the next. */
@Injectable({ providedIn: 'root' })
export class Feed {
  private readonly requests = inject(FeedRequests);
  private readonly chat = inject(ChatStateStore);
  private readonly connection = inject(ConnectionStore);
  private readonly tokens = inject(AccessTokens);
  private readonly session = inject(SessionStore);
  private readonly socket = inject(Socket);
  private readonly tabs = inject(TabFeed);

  private readonly loop = new FeedLoop<string>({
    down: () => {
      this.connection.down();
    },
    follow: (cursor) => this.follow(cursor),
    pause: (attempt) => pauseBefore(attempt),
    readAnew: (cursor) => this.readAnew(cursor),
    renewToken: () => this.tokens.refresh(),
  });
  private readState: () => Promise<string | null> = () => Promise.resolve(null);
  private following: Subscription | null = null;
  private reached: string | null = null;
  /** What has happened since what was read last, until all of it is there; null where the page did not begin with that. */
  private missed: FeedEvent[] | null = null;

  /** As far as the state knows what has happened; null before anything is known. */
  get position(): string | null {
    return this.reached;
  }

  constructor() {
    // While the first screen is read. Where it cannot be loaded, following says so.
    this.socket.prepare().catch(() => undefined);
    networkLosses().subscribe(() => {
      this.socket.terminate();
    });
  }

  /** `readAnew` reads the whole state and gives the cursor that stands beside it; null where it could not. */
  start(cursor: string, readAnew: () => Promise<string | null>): void {
    this.stop();
    this.readState = readAnew;
    this.begin(cursor);
    this.missed = this.chat.isPast() ? [] : null;
    void this.loop.follow(cursor);
  }

  stop(): void {
    this.loop.stop();
    this.following?.unsubscribe();
    this.following = null;
    this.reached = null;
    this.missed = null;
    this.connection.stop();
  }

  private async readAnew(cursor: string): Promise<string> {
    const now = await this.readState();
    if (now === null) return cursor;
    this.missed = null;
    this.begin(now);
    return now;
  }

  private begin(cursor: string): void {
    this.reached = cursor;
    this.tabs.begin(cursor);
  }

  /** Until the subscription ends, for whatever reason; says how far it came. */
  private follow(from: string): Promise<Followed<string>> {
    return new Promise((resolve) => {
      let cursor = from;
      const silence = new Silence(() => {
        this.socket.terminate();
      }, after);
      const ended = (end: Followed<string>['end']) => {
        following.unsubscribe();
        resolve({ end, reached: cursor });
      };
      const following = this.tabs.items(from, this.requests.events(from)).subscribe({
        next: (given) => {
          silence.heard();
          // Another tab of this browser leads now, or this one.
          if (given.kind === 'moved') ended('again');
          else if (given.kind === 'down') this.goDown(given.isLost);
          else if (given.kind === 'state') {
            cursor = given.state.cursor;
            this.adopt(given.state);
          } else if (!given.item.event && !given.item.mark) {
            // It could not be shown: the cursor stays before it, and the next attempt asks for it again.
            ended('resume');
          } else {
            cursor = given.item.cursor;
            this.handle(given.item);
            this.tabs.tell(given.item);
          }
        },
        error: (error: unknown) => {
          ended(feedEnd(error instanceof Refusal ? error.problem.code : null, this.socket.closeCode));
        },
        complete: () => {
          ended('resume');
        },
      });
      following.add(() => {
        silence.stop();
      });
      this.following = following;
    });
  }

  private handle({ cursor, event, live, mark }: FeedItem): void {
    const isCaughtUp = live || mark === 'CAUGHT_UP' || mark === 'OPENED';
    if (event && this.missed && !live) this.missed.push(event);
    if (this.missed && (isCaughtUp || this.missed.length >= MAX_MISSED)) this.tellMissed(this.missed, isCaughtUp);
    if (event && (live || this.missed === null)) this.chat.apply(event, live);
    // What waits to be told the state does not know.
    if (!this.missed?.length) this.reached = cursor;
    if (event?.__typename === 'UserChanged') this.session.show(event.changed);
    if (isCaughtUp) this.goLive();
  }

  /** The state of the tab that leads, in the place of what this one knows. */
  private adopt({ cursor, connection }: TabState): void {
    this.missed = null;
    this.reached = cursor;
    if (connection === 'live') this.goLive();
    else this.goDown(connection === 'lost');
  }

  private goLive(): void {
    this.loop.recovered();
    this.connection.live();
  }

  private goDown(isLost: boolean): void {
    if (isLost) this.connection.lose();
    else this.connection.down();
  }

  /** What the page began with changes once, when all is there that has happened since: nobody sees it pass by. */
  private tellMissed(events: readonly FeedEvent[], areAll: boolean): void {
    this.missed = areAll ? null : [];
    this.chat.catchUp(events, areAll);
  }
}
