import { Injectable } from '@angular/core';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OutboxEntry } from '../outbox-entry';

interface Schema extends DBSchema {
  outbox: { key: string; value: OutboxEntry; indexes: { userId: string } };
}

/**
 * Keeps unsent messages in the browser over reloads. Where it gives no storage (some private windows), they live as
 * long as the page.
 */
@Injectable({ providedIn: 'root' })
export class OutboxDatabase {
  private readonly database = this.open();

  async of(userId: string): Promise<readonly OutboxEntry[]> {
    return (await (await this.database)?.getAllFromIndex('outbox', 'userId', userId)) ?? [];
  }

  async put(entry: OutboxEntry): Promise<void> {
    await (await this.database)?.put('outbox', entry);
  }

  async delete(nonce: string): Promise<void> {
    await (await this.database)?.delete('outbox', nonce);
  }

  private async open(): Promise<IDBPDatabase<Schema> | null> {
    try {
      return await openDB<Schema>('tertulia', 1, {
        upgrade: (database) => {
          database.createObjectStore('outbox', { keyPath: 'nonce' }).createIndex('userId', 'userId');
        },
      });
    } catch (error) {
      console.warn('Unsent messages will not survive a reload: this browser gives no storage.', error);
      return null;
    }
  }
}
