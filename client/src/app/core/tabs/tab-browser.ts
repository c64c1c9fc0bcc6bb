import { after, uptime } from '../../shared/time/timer';
import type { TabGroup, TabSurroundings } from './tab-group';
import type { TabMessage } from './tab-message';

const PREFIX = 'tertulia-tabs.';
/** Each tab holds a lock of its own as long as it lives. */
const LIVES = 'tertulia-tab.';

/** Whether tabs can find each other here: not on plain HTTP, where browsers give no locks, nor in some private windows. */
export function canShareTabs(): boolean {
  return typeof navigator.locks === 'object' && typeof BroadcastChannel === 'function';
}

/** Whether some tab of this browser leads, whichever account it is for. */
export async function someTabLeads(): Promise<boolean> {
  if (!canShareTabs()) return false;
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name = '' }) => name.startsWith(PREFIX));
  } catch {
    return false;
  }
}

/** The browser's locks and its channel, for one group. */
export class TabBrowser implements TabSurroundings {
  readonly after = after;
  readonly uptime = uptime;
  private readonly channel: BroadcastChannel;
  private readonly lock: string;
  private group: TabGroup | null = null;
  private waiting: AbortController | null = null;
  private release: (() => void) | null = null;
  /** The lock by which this tab leads; a new one each time. */
  private held: object | null = null;

  constructor(
    private readonly tab: string,
    name: string,
    /** The channel does not work: some browsers close it by themselves. */
    private readonly failed: () => void,
  ) {
    this.lock = PREFIX + name;
    this.channel = new BroadcastChannel(this.lock);
  }

  /** Resolves when the others can find out that this tab lives. */
  async begin(group: TabGroup): Promise<void> {
    this.group = group;
    this.channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
      group.receive(data);
    });
    await livesAs(this.tab);
  }

  end(): void {
    this.channel.close();
    this.group = null;
    this.releaseLead();
  }

  post(message: TabMessage): void {
    try {
      this.channel.postMessage(message);
    } catch (error) {
      console.warn('This tab shares nothing with the others.', error);
      this.failed();
    }
  }

  waitForLead(): void {
    this.waiting?.abort();
    this.waiting = new AbortController();
    void this.hold({ signal: this.waiting.signal });
  }

  stealLead(): void {
    this.waiting?.abort();
    this.waiting = null;
    void this.hold({ steal: true });
  }

  releaseLead(): void {
    this.waiting?.abort();
    this.waiting = null;
    this.held = null;
    this.release?.();
    this.release = null;
  }

  private async hold(options: LockOptions): Promise<void> {
    const own = {};
    try {
      await navigator.locks.request(this.lock, options, () => {
        if (!this.group) return undefined;
        this.held = own;
        const held = new Promise<void>((resolve) => {
          this.release = resolve;
        });
        this.group.granted();
        return held;
      });
    } catch {
      // Another tab has taken it over, or this one has stopped waiting.
    }
    if (this.held !== own) return;
    this.held = null;
    this.release = null;
    this.group?.dethroned();
  }
}

/** Calls back when a tab has gone. */
export async function whenGone(tab: string, work: () => void): Promise<void> {
  try {
    await navigator.locks.request(LIVES + tab, work);
  } catch {
    // This page itself is going away.
  }
}

const living = new Map<string, Promise<void>>();

function livesAs(tab: string): Promise<void> {
  let lives = living.get(tab);
  if (!lives) {
    lives = new Promise((resolve) => {
      void navigator.locks
        .request(LIVES + tab, () => {
          resolve();
          return new Promise(() => undefined);
        })
        .catch(() => {
          resolve();
        });
    });
    living.set(tab, lives);
  }
  return lives;
}
