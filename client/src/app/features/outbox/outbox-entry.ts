import type { Quote, StoredFile } from '../../core/graphql/model';

/** A message that the server has not acknowledged. Its nonce makes it safe to send as often as needed. */
export interface OutboxEntry {
  readonly nonce: string;
  readonly userId: string;
  readonly roomId: string;
  /** The message whose thread it goes into; null for the room. Left out by those that an earlier version of this page has kept. */
  readonly threadRootId?: string | null;
  readonly body: string;
  readonly attachments: readonly StoredFile[];
  /** Files of this device that have not arrived yet: it waits for them, and they become its attachments. Left out where there are none. */
  readonly files?: readonly AwaitedFile[];
  /** What it answers; left out by those that an earlier version of this page has kept. */
  readonly replyTo?: Quote | null;
  readonly createdAt: string;
  /** `waiting` for the connection, `failed` for its sender to decide, `sent` for its place in the feed. */
  readonly state: 'waiting' | 'sending' | 'failed' | 'sent';
  readonly problem: string | null;
}

export interface AwaitedFile {
  /** Of its upload. */
  readonly key: string;
  readonly name: string;
}

/** Entries as they come back after a reload: what was on its way then may not have arrived. */
export function revived(entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
  return entries
    .map((entry) => (entry.state === 'sending' ? { ...entry, state: 'waiting' as const } : entry))
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

/** What to send now: the oldest of each room and thread, so that these see them in the order they were written. */
export function nextToSend(entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const busy = new Set(entries.filter(({ state }) => state === 'sending').map(timelineOf));
  const next: OutboxEntry[] = [];
  for (const entry of entries) {
    if (entry.state !== 'waiting' || busy.has(timelineOf(entry))) continue;
    // What waits for its files holds up what was written after it.
    busy.add(timelineOf(entry));
    if (!isHeld(entry)) next.push(entry);
  }
  return next;
}

export function isHeld({ files = [] }: OutboxEntry): boolean {
  return files.length > 0;
}

function timelineOf({ roomId, threadRootId }: OutboxEntry): string {
  return `${roomId} ${threadRootId ?? ''}`;
}
