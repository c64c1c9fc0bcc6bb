import { filter, map, type Subscription, Observable, Subject } from 'rxjs';
import { TabGroup, type TabRole } from '../../../core/tabs/tab-group';
import type { ConnectionState } from '../../connection.store';
import { type FeedAsk, type FeedSay, followLeader, type Given, LeaderLine } from '../feed-line';
import { RecentItems } from '../recent-items';
import type { SmallBrowser } from './small-browser';
import type { SmallItem, SmallServer } from './small-server';

/** In milliseconds, as in the page. */
const PATIENCE = 1_000;
const PAUSE = 1_000;

/** What a tab knows: all that has happened, by its numbers. */
export interface SmallState {
  readonly cursor: string;
  readonly happened: readonly number[];
  readonly connection: ConnectionState;
}

type Say = FeedSay<SmallItem, SmallState, never>;

/** A tab that does as the page does: the same group and the same lines, with a state of numbers. */
export class SmallTab {
  /** The events that were applied here, one by one, each time. */
  readonly applied: number[] = [];
  private happened: readonly number[] | null = null;
  private cursor: string | null = null;
  private connection: ConnectionState = 'connecting';
  private role: TabRole = 'joining';
  private readonly roles = new Subject<TabRole>();
  private readonly asked = new Subject<{ readonly body: FeedAsk; readonly from: string }>();
  private readonly said = new Subject<Say>();
  private readonly recent = new RecentItems<SmallItem>();
  private readonly group: TabGroup;
  private readonly line: LeaderLine<SmallItem, SmallState, never>;
  private readonly after: (milliseconds: number, work: () => void) => () => void;
  private following: Subscription | null = null;

  constructor(
    readonly name: string,
    private readonly browser: SmallBrowser,
    private readonly server: SmallServer,
  ) {
    this.after = (milliseconds, work) => browser.later(name, milliseconds, work);
    this.group = new TabGroup(name, browser.surroundingsOf(name), {
      role: (role) => {
        this.role = role;
        this.roles.next(role);
      },
      asked: (_topic, body, from) => {
        this.asked.next({ body: body as FeedAsk, from });
      },
      said: (_topic, body) => {
        browser.hears(name);
        this.said.next(body as Say);
      },
    });
    this.line = new LeaderLine(
      {
        recent: this.recent,
        isWhole: () => this.happened !== null,
        connection: () => this.connection,
        giveState: (to) => {
          const state = this.state;
          if (state) this.topic.say({ kind: 'state', state }, to);
        },
        forLatecomer: (cursor, items) => {
          if (this.connection !== 'live') return items;
          return [...items, { cursor: items.at(-1)?.cursor ?? cursor, event: null, isCaughtUp: true }];
        },
        after: this.after,
      },
      this.topic,
    );
    this.asked.subscribe(({ body, from }) => {
      this.line.answer(body, from);
    });
    browser.add(name, this.group);
    this.group.join();
    this.open();
  }

  get knows(): readonly number[] | null {
    return this.happened;
  }

  get isLive(): boolean {
    return this.connection === 'live';
  }

  loseConnection(): void {
    if (this.role === 'leads' && this.following) this.resumeLater();
  }

  die(): void {
    this.following?.unsubscribe();
    this.browser.kill(this.name);
  }

  private get state(): SmallState | null {
    const { connection, cursor, happened } = this;
    return happened && cursor !== null ? { connection, cursor, happened } : null;
  }

  private get topic() {
    return {
      asked: this.asked.asObservable(),
      said: this.said.asObservable(),
      ask: (body: FeedAsk): void => {
        this.group.ask('feed', body);
      },
      say: (body: Say, to?: string): void => {
        this.group.say('feed', body, to);
      },
    };
  }

  /** With what the tab that leads knows, or else with what the server says. */
  private open(): void {
    if (this.role === 'joining') {
      this.once(this.roles, () => {
        this.open();
      });
      return;
    }
    if (this.role === 'leads') {
      this.readAll();
      return;
    }
    let isAnswered = false;
    const answered = (state: SmallState | null): void => {
      if (isAnswered) return;
      isAnswered = true;
      hearing.unsubscribe();
      if (!state) this.readAll();
      else {
        this.take(state);
        this.follow();
      }
    };
    const hearing = this.said.subscribe((said) => {
      if (said.kind === 'state') answered(said.state);
      else if (said.kind === 'not-yet') answered(null);
    });
    hearing.add(
      this.roles.subscribe(() => {
        answered(null);
      }),
    );
    this.after(PATIENCE, () => {
      answered(null);
    });
    this.topic.ask({ cursor: null, roomId: null });
  }

  private readAll(): void {
    this.server.read(this.name, (happened) => {
      this.take({ happened, cursor: String(happened.length), connection: 'connecting' });
      this.topic.say({ kind: 'ask-again', isAnew: false });
      this.follow();
    });
  }

  private take({ connection, cursor, happened }: SmallState): void {
    this.happened = happened;
    this.cursor = cursor;
    this.recent.restart(cursor);
    this.connect(connection);
  }

  /** As in the page: from one position to the next, wherever the items come from. */
  private follow(): void {
    this.following?.unsubscribe();
    this.connect('connecting');
    if (this.role === 'joining') {
      this.once(this.roles, () => {
        this.follow();
      });
      return;
    }
    const items = this.role === 'leads' ? this.fromServer(this.cursor ?? '0') : this.fromLeader(this.cursor ?? '0');
    this.following = items.subscribe({
      next: (given) => {
        if (given.kind === 'moved') this.follow();
        else if (given.kind === 'down') this.connect(given.isLost ? 'lost' : 'connecting');
        else if (given.kind === 'state') this.take(given.state);
        else this.handle(given.item);
      },
      complete: () => {
        this.resumeLater();
      },
    });
  }

  private resumeLater(): void {
    this.following?.unsubscribe();
    this.connect('connecting');
    this.after(PAUSE, () => {
      this.follow();
    });
  }

  private handle(item: SmallItem): void {
    const { event } = item;
    if (event !== null) {
      this.applied.push(event);
      const happened = this.happened ?? [];
      this.happened = happened.includes(event) ? happened : [...happened, event];
    }
    this.cursor = item.cursor;
    this.recent.add(item);
    this.topic.say({ kind: 'item', item });
    this.line.told(item);
    if (item.isCaughtUp) this.connect('live');
  }

  private fromServer(position: string): Observable<Given<SmallItem, SmallState>> {
    return new Observable((follower) => {
      const following = this.server
        .events(this.name, position)
        .pipe(map((item) => ({ kind: 'item', item }) as const))
        .subscribe(follower);
      following.add(
        this.roles.pipe(filter((role) => role !== 'leads')).subscribe(() => {
          follower.next({ kind: 'moved' });
        }),
      );
      return following;
    });
  }

  private fromLeader(position: string): Observable<Given<SmallItem, SmallState>> {
    return followLeader({ topic: this.topic, moved: this.roles, after: this.after }, position, () => null);
  }

  private connect(connection: ConnectionState): void {
    if (this.connection === connection) return;
    this.connection = connection;
    if (connection === 'live') this.topic.say({ kind: 'ask-again', isAnew: false });
    else this.topic.say({ kind: 'down', isLost: connection === 'lost' });
  }

  private once(source: Observable<unknown>, work: () => void): void {
    const listening = source.subscribe(() => {
      listening.unsubscribe();
      work();
    });
  }
}
