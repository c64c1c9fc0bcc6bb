import type { ModeratorNotice } from '../../core/graphql/model';
import { compareCodes } from '../../shared/text/compare-codes';
import type { ActivityEntry } from './activity.store';

/** What stands in the list: a message, or something that those who look after a room tell the viewer. */
export interface ActivityRow {
  readonly key: string;
  readonly at: string;
  readonly entry: ActivityEntry | null;
  readonly notice: ModeratorNotice | null;
}

/** Both in one order, the newest first. A notice that is older than what is loaded waits until that is reached. */
export function activityRows(
  entries: readonly ActivityEntry[],
  notices: readonly ModeratorNotice[],
  hasMore: boolean,
): readonly ActivityRow[] {
  const oldest = hasMore ? entries.at(-1)?.message.createdAt : undefined;
  const rows = [
    ...entries.map((entry) => ({ key: entry.message.id, at: entry.message.createdAt, entry, notice: null })),
    ...notices.map((notice) => ({ key: notice.id, at: notice.createdAt, entry: null, notice })),
  ];
  return rows.filter(({ at }) => oldest === undefined || at >= oldest).sort((a, b) => compareCodes(b.at, a.at));
}
