import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { Placed } from './notifying-facts';
import { workerHere } from './worker-here';

/** One that stands on the screen of the device. Another one with the same tag takes its place. */
export interface PageNotification {
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  /** Where a click leads. */
  readonly path: string;
  /** It goes when all of these are read. */
  readonly messages: readonly Placed[];
}

/** More are not kept on the screen: the oldest goes. */
const MAX_SHOWN = 20;

/**
 * The notifications that this tab shows. Where a service worker is there, it shows them: then one that was pushed for the same message is the same one to the browser, and phones
 * show none otherwise.
 */
@Injectable({ providedIn: 'root' })
export class ShownNotifications {
  private readonly router = inject(Router);
  private readonly shown = new Map<string, PageNotification>();
  private readonly own = new Map<string, Notification>();
  /** One after the other: what is taken back must have been shown. */
  private work: Promise<unknown> = Promise.resolve();

  constructor() {
    if (typeof navigator.serviceWorker === 'object')
      navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (isWayToOpen(data)) void this.router.navigateByUrl(data.path);
      });
    // Nobody would take them back, and a click would lead to no page.
    addEventListener('pagehide', () => {
      for (const notification of this.own.values()) notification.close();
    });
  }

  get all(): readonly PageNotification[] {
    return [...this.shown.values()];
  }

  show(notification: PageNotification): void {
    this.shown.delete(notification.tag);
    this.shown.set(notification.tag, notification);
    const [oldest] = this.shown.keys();
    if (this.shown.size > MAX_SHOWN && oldest !== undefined) this.takeBack(oldest);
    this.next(async () => {
      await this.put(notification);
    });
  }

  takeBack(tag: string): void {
    if (!this.shown.delete(tag)) return;
    this.next(async () => {
      this.own.get(tag)?.close();
      this.own.delete(tag);
      const pushed = (await workerHere())?.getNotifications({ tag });
      for (const each of (await pushed) ?? []) each.close();
    });
  }

  /** Those as well that were pushed here. */
  takeBackAll(): void {
    for (const tag of [...this.shown.keys()]) this.takeBack(tag);
    this.next(async () => {
      for (const each of (await (await workerHere())?.getNotifications()) ?? []) each.close();
    });
  }

  private async put({ tag, title, body, path }: PageNotification): Promise<void> {
    if (!this.shown.has(tag)) return;
    const worker = await workerHere();
    if (worker) {
      await worker.showNotification(title, { tag, body, data: { path } });
      return;
    }
    const notification = new Notification(title, { tag, body });
    this.own.set(tag, notification);
    notification.addEventListener('click', () => {
      window.focus();
      this.takeBack(tag);
      void this.router.navigateByUrl(path);
    });
  }

  private next(work: () => Promise<void>): void {
    // What a browser does not show is no reason to show nothing afterwards.
    this.work = this.work.then(work).catch(() => undefined);
  }
}

/** What the service worker says to a page when its notification is clicked (service-worker/push.js). */
function isWayToOpen(data: unknown): data is { readonly path: string } {
  if (typeof data !== 'object' || data === null || !('kind' in data) || !('path' in data)) return false;
  return data.kind === 'open-path' && typeof data.path === 'string';
}
