import { Injectable } from '@angular/core';
import { uptime } from './timer';

/** What time it is at the server, told by its answers: the clock of this machine may be weeks off, or be set while the page is open. */
@Injectable({ providedIn: 'root' })
export class ServerClock {
  private heard: { readonly time: number; readonly at: number } | null = null;

  /** As `fetch`, and listens for the time in what is answered. */
  readonly fetch: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    this.hear(response.headers.get('date'));
    return response;
  };

  /** Before the first answer, what this machine says. */
  now(): Date {
    return this.heard ? new Date(this.heard.time + uptime() - this.heard.at) : new Date();
  }

  /** Null until the server, or a proxy before it, has said what time it is. */
  known(): Date | null {
    return this.heard && this.now();
  }

  /** Takes it from another tab of this browser. */
  set(time: number): void {
    this.heard = { time, at: uptime() };
  }

  private hear(date: string | null): void {
    const time = Date.parse(date ?? '');
    if (!Number.isNaN(time)) this.set(time);
  }
}
