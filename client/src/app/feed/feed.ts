import { inject, Injectable } from '@angular/core';
import type { Subscription } from 'rxjs';
import { Socket } from '../core/graphql/socket';
import type { FeedEvent, FeedItem } from '../core/graphql/model';
import { AccessTokens } from '../core/session/access-tokens';
import { SessionStore } from '../core/session/session.store';
import { pauseBefore } from '../shared/time/repetition';
import { after } from '../shared/time/timer';
import { networkLosses } from '../shared/time/wakeup';
import { ChatStateStore } from './chat-state.store';
import { ConnectionStore } from './connection.store';
import { FeedRequests } from './data/feed-requests';
import { type FeedEnd, feedEnd } from './feed-end';
import { TabFeed } from './tabs/tab-feed';
import type { TabState } from './tabs/tab-state';

/** The server says something every 30 seconds at least: longer silence is a dead connection. */
const MAX_SILENCE = 45_000;

/** After a long absence the page is brought up to date piece by piece: all of it need not be in memory twice. */
const MAX_MISSED = 2_000;

/**
 * Follows the viewer's feed and applies it, from one cursor to the next: the first start, a reconnect and live
 * are one path.
 */
@Injectable({ providedIn: 'root' })
export class Feed {
  private readonly requests = inject(FeedRequests);
  private readonly chat = inject(ChatStateStore);
  private readonly connection = inject(ConnectionStore);
  private readonly tokens = inject(AccessTokens);
  private readonly session = inject(SessionStore);
  private readonly socket = inject(Socket);
  private readonly tabs = inject(TabFeed);

  private run = 0;
  private attempt = 0;
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
    this.attempt = 0;
    this.begin(cursor);
    this.missed = this.chat.isPast() ? [] : null;
    void this.keepGoing(++this.run, cursor, readAnew);
  }

  stop(): void {
    this.run++;
    this.following?.unsubscribe();
    this.following = null;
    this.reached = null;
    this.missed = null;
    this.connection.stop();
  }

  private async keepGoing(run: number, from: string, readAnew: () => Promise<string | null>): Promise<void> {
    let cursor = from;
    for (;;) {
      this.connection.down();
      const { end, reached } = await this.follow(cursor);
      if (this.run !== run) return;
      cursor = reached;
      if (end === 'moved') continue;
      this.connection.down();
      await pauseBefore(this.attempt++);
      if (this.run !== run) return;
      if (end === 'read-anew') cursor = await this.readAnew(cursor, readAnew);
      else if (end !== 'resume') await this.tokens.refresh();
      if (this.run !== run) return;
    }
  }

  private async readAnew(cursor: string, read: () => Promise<string | null>): Promise<string> {
    const now = await read();
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
  private follow(from: string): Promise<{ end: FeedEnd; reached: string }> {
    return new Promise((resolve) => {
      let cursor = from;
      const silence = this.onSilence();
      const ended = (end: FeedEnd) => {
        following.unsubscribe();
        resolve({ end, reached: cursor });
      };
      const following = this.tabs.items(from, this.requests.events(from)).subscribe({
        next: (given) => {
          silence.restart();
          if (given.kind === 'moved') ended('moved');
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
          ended(feedEnd(error, this.socket.closeCode));
        },
        complete: () => {
          ended('resume');
        },
      });
      following.add(silence.stop);
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
    this.attempt = 0;
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

  private onSilence() {
    let cancel: (() => void) | undefined;
    const stop = () => {
      cancel?.();
    };
    const restart = () => {
      stop();
      cancel = after(MAX_SILENCE, () => {
        this.socket.terminate();
      });
    };
    restart();
    return { restart, stop };
  }
}
