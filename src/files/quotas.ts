import { Injectable } from '@nestjs/common';
import { Tally } from '../runtime/index.js';
import { InjectSettings, type Settings } from '../config/index.js';
import { Database, type Transaction } from '../database/index.js';
import { EVERYBODY } from './file-usage.entity.js';
import { BYTES_OF_OWNERS } from './files.queries.js';
import { QuotaReached, ServerQuotaReached } from './files.errors.js';
import { RESERVED_BYTES } from './resumable/resumable-uploads.queries.js';

type Reader = Pick<Transaction, 'rows'>;

interface Usage {
  readonly own: number;
  readonly all: number;
}

/** Bytes on their way in. They count for whoever sends them until they are stored, or given up. */
export interface Reservation extends Disposable {
  add(bytes: number): void;
}

/** Of an upload whose whole length counts already. */
export const RESERVED_BEFORE: Reservation = { add: () => undefined, [Symbol.dispose]: () => undefined };

/** How many bytes of files one person, and all together, may keep here. */
@Injectable()
export class Quotas {
  private readonly incoming = new Tally();

  constructor(
    private readonly database: Database,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** For one upload. Refuses at once where there is no room left, and later where what comes in takes more than there is. */
  async reserve(userId: string): Promise<Reservation> {
    const stored = await usageOf(this.database, userId);
    this.assertRoom(stored, this.incomingOf(userId), 1);
    let bytes = 0;
    const count = (more: number): void => {
      bytes += more;
      for (const owner of [userId, EVERYBODY]) this.incoming.add(owner, more);
    };
    return {
      add: (more) => {
        count(more);
        this.assertRoom(stored, this.incomingOf(userId), 0);
      },
      [Symbol.dispose]: () => {
        count(-bytes);
      },
    };
  }

  /** The last word, in the transaction that stores the file: of several that came in together, those that fit. */
  async assertFits(tx: Transaction, userId: string, size: number): Promise<void> {
    this.assertRoom(await usageOf(tx, userId), { own: 0, all: 0 }, size);
  }

  private assertRoom(stored: Usage, incoming: Usage, more: number): void {
    const { uploadQuotaPerPerson, uploadQuota } = this.settings;
    if (stored.own + incoming.own + more > uploadQuotaPerPerson)
      throw new QuotaReached(stored.own, uploadQuotaPerPerson);
    if (stored.all + incoming.all + more > uploadQuota) throw new ServerQuotaReached();
  }

  private incomingOf(userId: string): Usage {
    return { own: this.incoming.of(userId), all: this.incoming.of(EVERYBODY) };
  }
}

/** What is stored, and what uploads that come in by parts have announced. */
async function usageOf(reader: Reader, userId: string): Promise<Usage> {
  const rows = await reader.rows<{ owner: string; bytes: number }>(BYTES_OF_OWNERS, [userId, EVERYBODY]);
  const bytesOf = (owner: string): number => rows.find((row) => row.owner === owner)?.bytes ?? 0;
  const [reserved = { own: 0, all: 0 }] = await reader.rows<Usage>(RESERVED_BYTES, [userId]);
  return { own: bytesOf(userId) + reserved.own, all: bytesOf(EVERYBODY) + reserved.all };
}
