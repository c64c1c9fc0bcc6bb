import { inject, Injectable } from '@angular/core';
import { BrowserLimits } from '../../../core/browser/browser-limits.store';
import { within } from '../../../core/browser/within';
import { openPrivateDatabase } from '../../../core/session/private-database';
import type { OutboxItem } from '../outbox-entry';

/**
 * Keeps what was not sent in the browser over reloads. Where it gives no storage (some private windows), they live as
 * long as the page.
 */
@Injectable({ providedIn: 'root' })
export class OutboxDatabase {
  private readonly limits = inject(BrowserLimits);
  private readonly database = this.open();

  async of(userId: string): Promise<readonly OutboxItem[]> {
    const kept = await this.attempt(async () => (await this.database)?.getAllFromIndex('outbox', 'userId', userId));
    return kept ?? [];
  }

  async put(entry: OutboxItem): Promise<void> {
    await this.attempt(async () => (await this.database)?.put('outbox', entry));
  }

  async delete(nonce: string): Promise<void> {
    await this.attempt(async () => (await this.database)?.delete('outbox', nonce));
  }

  /** A full disk must not keep anybody from sending. */
  private async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await within(work());
    } catch (error) {
      console.warn('An unsent message could not be kept in this browser.', error);
      this.limits.lack('unsent');
      return undefined;
    }
  }

  private async open() {
    try {
      return await openPrivateDatabase<OutboxItem>();
    } catch (error) {
      console.warn('Unsent messages will not survive a reload: this browser gives no storage.', error);
      this.limits.lack('unsent');
      return null;
    }
  }
}
