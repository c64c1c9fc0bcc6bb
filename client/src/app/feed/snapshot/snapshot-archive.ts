import type { ChatState } from '../chat-state';
import { SnapshotRecords } from './data/snapshot-records';
import { fromSnapshot, type SnapshotChat, stateForSnapshot, withConversations } from './snapshot';
import { changesSince, NOTHING_WRITTEN, type Written } from './snapshot-changes';
import { SNAPSHOT_FORMAT } from './snapshot-format';
import { isSoundChat, isSoundConversation, isSoundRoom } from './sound-snapshot';

/** By id, when each room was open last, in milliseconds. */
export type OpenedRooms = ReadonlyMap<string, number>;

/** What a page begins with: all rooms, and what was said in the open one. */
export interface FirstPart {
  readonly chat: SnapshotChat;
  readonly state: ChatState;
}

interface WholeState {
  readonly state: ChatState;
  readonly opened: OpenedRooms;
}

/** Reads and writes the snapshot. Its code is loaded where there is one to read or something to write: no first visit waits for it. */
export class SnapshotArchive {
  private readonly records = new SnapshotRecords();
  private written: Written = NOTHING_WRITTEN;
  private last: SnapshotChat | null = null;

  /** Null where nothing of it can be used. */
  async readFirst(userId: string, openRoomId: string | null, now: number): Promise<FirstPart | null> {
    const { chat, rooms, conversation } = await this.records.readFirst(openRoomId);
    if (!isSoundChat(chat, userId, now) || !rooms.every(isSoundRoom)) return null;
    const conversations = isSoundConversation(conversation) ? [conversation] : [];
    return { chat, state: withConversations(fromSnapshot(chat, rooms), conversations) };
  }

  /** The state with all that was opened, and when; null where some of it is damaged or another tab has written meanwhile: then all is written anew. */
  async readRest({ chat, state }: FirstPart): Promise<WholeState | null> {
    const conversations = await this.records.readConversations(chat);
    if (!conversations.every(isSoundConversation)) return null;
    const whole = withConversations(state, conversations);
    this.written = { rooms: whole.rooms, conversations: new Map(conversations.map((each) => [each.id, each])) };
    this.last = chat;
    return { state: whole, opened: new Map(conversations.map(({ id, openedAt }) => [id, openedAt])) };
  }

  async write(
    chat: Omit<SnapshotChat, 'format' | 'state'>,
    state: ChatState,
    opened: OpenedRooms,
    now: number,
  ): Promise<void> {
    const { change, after } = changesSince(this.written, state, opened, now);
    const record = { ...chat, format: SNAPSHOT_FORMAT, state: stateForSnapshot(state) };
    const whole = () => changesSince(NOTHING_WRITTEN, state, opened, now).change;
    await this.records.write(record, { before: this.last, changed: change, whole });
    this.last = record;
    this.written = after;
  }

  /** All of it has been removed. */
  forget(): void {
    this.written = NOTHING_WRITTEN;
    this.last = null;
  }
}
