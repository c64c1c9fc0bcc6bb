import { type SnapshotDatabase, withSnapshotDatabase } from '../../../core/session/snapshot-database';
import type { SnapshotChat, SnapshotConversation, SnapshotRoom } from '../snapshot';

/** What is different from what a page wrote last; all of it where that is nothing. */
export interface SnapshotChange {
  readonly rooms: readonly SnapshotRoom[];
  readonly conversations: readonly SnapshotConversation[];
  readonly goneRooms: readonly string[];
  readonly goneConversations: readonly string[];
}

type Database = SnapshotDatabase<SnapshotChat, SnapshotRoom, SnapshotConversation>;

const KEY = 'chat';

/** So many rooms are handed over in one go, and conversations one by one: each is copied, and the page is to stay quick meanwhile. */
const AT_ONCE = 50;

/** The snapshot in IndexedDB. What a page writes is there as a whole or not at all, whatever is killed meanwhile. What is read may be anything. */
export class SnapshotRecords {
  /** What the first screen needs: all rooms, and the conversation of the open one. */
  readFirst(
    openRoomId: string | null,
  ): Promise<{ readonly chat: unknown; readonly rooms: readonly unknown[]; readonly conversation: unknown }> {
    return withSnapshotDatabase(async (database: Database) => {
      const reading = database.transaction(['chat', 'rooms', 'conversations']);
      const [chat, rooms, conversation] = await Promise.all([
        reading.objectStore('chat').get(KEY),
        reading.objectStore('rooms').getAll(),
        reading.objectStore('conversations').get(openRoomId ?? ''),
      ]);
      return { chat, rooms, conversation };
    });
  }

  /** All conversations that belong to what was read first; none where another tab has written meanwhile. */
  readConversations(first: SnapshotChat): Promise<readonly unknown[]> {
    return withSnapshotDatabase(async (database: Database) => {
      const reading = database.transaction(['chat', 'conversations']);
      const [chat, conversations] = await Promise.all([
        reading.objectStore('chat').get(KEY),
        reading.objectStore('conversations').getAll(),
      ]);
      return isSame(chat, first) ? conversations : [];
    });
  }

  /**
   * What has changed since `before`, which this page has read or written last. Where another tab has written since, that is not enough: nothing of the other's
   * stays, and all is written anew.
   */
  async write(
    chat: SnapshotChat,
    { before, changed, whole }: { before: SnapshotChat | null; changed: SnapshotChange; whole: () => SnapshotChange },
  ): Promise<void> {
    await withSnapshotDatabase(async (database: Database) => {
      const writing = database.transaction(['chat', 'rooms', 'conversations'], 'readwrite');
      const [chats, rooms, conversations] = [
        writing.objectStore('chat'),
        writing.objectStore('rooms'),
        writing.objectStore('conversations'),
      ];
      const isOurs = isSame(await chats.get(KEY), before);
      if (!isOurs) await Promise.all([rooms.clear(), conversations.clear()]);
      const change = isOurs ? changed : whole();
      const works = [
        ...change.goneRooms.map((id) => () => rooms.delete(id)),
        ...change.goneConversations.map((id) => () => conversations.delete(id)),
        ...change.rooms.map((room) => () => rooms.put(room)),
      ];
      for (let from = 0; from < works.length; from += AT_ONCE)
        await Promise.all(works.slice(from, from + AT_ONCE).map((work) => work()));
      for (const conversation of change.conversations) await conversations.put(conversation);
      await chats.put(chat, KEY);
      await writing.done;
    });
  }
}

function isSame(one: SnapshotChat | null | undefined, other: SnapshotChat | null): boolean {
  if (!one || !other) return false;
  return one.writer === other.writer && one.cursor === other.cursor && one.asOf === other.asOf;
}
