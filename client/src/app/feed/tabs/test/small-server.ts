import { Observable } from 'rxjs';
import type { SmallBrowser } from './small-browser';

export interface SmallItem {
  readonly cursor: string;
  readonly event: number | null;
  readonly isCaughtUp: boolean;
}

/** A server whose feed is a row of numbers. Its word takes its time, and comes in order. */
export class SmallServer {
  /** How many connections are open. */
  connections = 0;
  /** How often all of it was asked for. */
  reads = 0;
  private count = 0;
  private readonly followers = new Set<() => void>();

  constructor(private readonly browser: SmallBrowser) {}

  get happened(): readonly number[] {
    return Array.from({ length: this.count }, (_each, index) => index + 1);
  }

  happen(): void {
    this.count += 1;
    for (const tell of [...this.followers]) tell();
  }

  read(tab: string, answer: (happened: readonly number[]) => void): void {
    const { happened } = this;
    this.reads += 1;
    this.browser.later(tab, this.browser.takes(), () => {
      answer(happened);
    });
  }

  events(tab: string, position: string): Observable<SmallItem> {
    return new Observable((follower) => {
      let told = Number(position);
      let arrival = this.browser.now + this.browser.takes();
      const send = (item: SmallItem): void => {
        arrival = Math.max(arrival, this.browser.now + this.browser.takes());
        this.browser.later(tab, arrival - this.browser.now, () => {
          follower.next(item);
        });
      };
      const tell = (): void => {
        for (; told < this.count; told += 1) send({ cursor: String(told + 1), event: told + 1, isCaughtUp: false });
      };
      tell();
      send({ cursor: String(told), event: null, isCaughtUp: true });
      this.followers.add(tell);
      this.connections += 1;
      return () => {
        this.followers.delete(tell);
        this.connections -= 1;
      };
    });
  }
}
