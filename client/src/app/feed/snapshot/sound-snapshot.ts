import type { SnapshotChat, SnapshotConversation, SnapshotRoom } from './snapshot';
import { MAX_AGE } from './kept-conversations';
import { SNAPSHOT_FORMAT } from './snapshot-format';

/**
 * Whether what lies in the browser is what this page has written for this person, not long ago. What is damaged, or somebody else's, or of another version, is
 * thrown away: it must never keep a page from opening.
 */
export function isSoundChat(read: unknown, userId: string, now: number): read is SnapshotChat {
  if (!isRecord(read) || read['format'] !== SNAPSHOT_FORMAT) return false;
  const { viewer, server, state, cursor, asOf } = read;
  if (!isRecord(viewer) || viewer['id'] !== userId || !isRecord(server)) return false;
  if (typeof cursor !== 'string' || typeof asOf !== 'number' || now - asOf > MAX_AGE) return false;
  if (!isRecord(state) || state['viewerId'] !== userId || !(state['blocked'] instanceof Set)) return false;
  return (
    isListOf(state['order'], isText) &&
    [state['visible'], state['arrangement'], state['notificationSettings']].every(isRecord)
  );
}

export function isSoundRoom(read: unknown): read is SnapshotRoom {
  if (!isRecord(read) || !isText(read['id']) || !(read['threads'] instanceof Map)) return false;
  const { state } = read;
  if (!isRecord(state) || !isRecord(state['room'])) return false;
  const { id, name } = state['room'];
  return id === read['id'] && isText(name) && isText(state['role']);
}

export function isSoundConversation(read: unknown): read is SnapshotConversation {
  if (!isRecord(read) || !isText(read['id']) || typeof read['openedAt'] !== 'number') return false;
  const { timeline, notices, threads, members } = read;
  if (!isSoundWindow(timeline) || !isListOf(notices, isRecord) || !(threads instanceof Map)) return false;
  if (members !== null && !(isRecord(members) && members['byId'] instanceof Map)) return false;
  return [...threads.values()].every(
    (thread) => isRecord(thread) && (thread['timeline'] === null || isSoundWindow(thread['timeline'])),
  );
}

/** Without gaps: its messages are found by their numbers. */
function isSoundWindow(read: unknown): boolean {
  if (!isRecord(read) || !Number.isInteger(read['newest']) || !isListOf(read['messages'], isSoundMessage)) return false;
  const [first = 0, ...others] = (read['messages'] as readonly { readonly number: number }[]).map(
    ({ number }) => number,
  );
  return others.every((number, index) => number === first + index + 1);
}

function isSoundMessage(read: unknown): read is Record<string, unknown> {
  if (!isRecord(read) || !Number.isInteger(read['number'])) return false;
  const { id, body, author, attachments, reactions, mentions, viewerState } = read;
  if (!isText(id) || !isText(body) || !isRecord(author) || !isText(author['displayName'])) return false;
  return [attachments, reactions, mentions].every((list) => isListOf(list, isRecord)) && isRecord(viewerState);
}

function isRecord(read: unknown): read is Record<string, unknown> {
  return typeof read === 'object' && read !== null;
}

function isText(read: unknown): read is string {
  return typeof read === 'string';
}

function isListOf<T>(read: unknown, is: (each: unknown) => each is T): read is readonly T[] {
  return Array.isArray(read) && read.every(is);
}
