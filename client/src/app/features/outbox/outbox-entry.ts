import type { Quote, StoredFile } from '../../core/graphql/model';
import { compareCodes } from '../../shared/text/compare-codes';

/** Something that the server has not acknowledged. */
interface Waiting {
  /** Names it; of a message, it makes it safe to send as often as needed. */
  readonly nonce: string;
  readonly userId: string;
  readonly roomId: string;
  /** The message whose thread it goes into; null for the room. Left out by those that an earlier version of this page has kept. */
  readonly threadRootId?: string | null;
  readonly createdAt: string;
  /** `waiting` for the connection, `failed` for its sender to decide, `sent` for its place in the feed. */
  readonly state: 'waiting' | 'sending' | 'failed' | 'sent';
  readonly problem: string | null;
}

/** A message that is to be sent. */
export interface OutboxEntry extends Waiting {
  readonly body: string;
  readonly attachments: readonly StoredFile[];
  /** Files of this device that have not arrived yet: it waits for them, and they become its attachments. Left out where there are none. */
  readonly files?: readonly AwaitedFile[];
  /** What it answers; left out by those that an earlier version of this page has kept. */
  readonly replyTo?: Quote | null;
}

export interface AwaitedFile {
  /** Of its upload. */
  readonly key: string;
  readonly name: string;
}

/** What somebody wants of a message that is there. Each may be asked for twice: what is so already stays so. */
export type MessageChange =
  | { readonly kind: 'edit'; readonly messageId: string; readonly body: string }
  | { readonly kind: 'delete'; readonly messageId: string }
  | { readonly kind: 'pin'; readonly messageId: string; readonly isPinned: boolean };

export interface OutboxChange extends Waiting {
  readonly change: MessageChange;
}

export type OutboxItem = OutboxEntry | OutboxChange;

export function isChange(item: OutboxItem): item is OutboxChange {
  return 'change' in item;
}

/** Items as they come back after a reload: what was on its way then may not have arrived. */
export function revived<T extends OutboxItem>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => (item.state === 'sending' ? { ...item, state: 'waiting' as const } : item))
    .sort((a, b) => compareCodes(a.createdAt, b.createdAt));
}

/** What to send now: the oldest of each room and thread, so that these see it in the order in which it was done. */
export function nextToSend<T extends OutboxItem>(items: readonly T[]): readonly T[] {
  const busy = new Set(items.filter(({ state }) => state === 'sending').map(timelineOf));
  const next: T[] = [];
  for (const item of items) {
    if (item.state !== 'waiting' || busy.has(timelineOf(item))) continue;
    // What waits for its files holds up what was written after it.
    busy.add(timelineOf(item));
    if (isChange(item) || !isHeld(item)) next.push(item);
  }
  return next;
}

/** What a new change leaves nothing to be done of: whoever edits again wants the newer text, and whoever deletes wants no text at all. */
export function outdatedBy(items: readonly OutboxItem[], { kind, messageId }: MessageChange): readonly OutboxChange[] {
  return items
    .filter(isChange)
    .filter(({ change, state }) => state !== 'sending' && change.messageId === messageId)
    .filter(({ change }) => change.kind === kind || kind === 'delete');
}

export function isHeld({ files = [] }: OutboxEntry): boolean {
  return files.length > 0;
}

function timelineOf({ roomId, threadRootId }: OutboxItem): string {
  return `${roomId} ${threadRootId ?? ''}`;
}
