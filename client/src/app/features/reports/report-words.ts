import type { Report, ReportAction } from './reports.store';

const DONE: Readonly<Record<ReportAction, string>> = {
  DELETED_MESSAGE: 'deleted the message',
  WARNED_AUTHOR: 'warned its author',
  BANNED_AUTHOR: 'banned its author from the room',
};

/** What became of a report: "Ada deleted the message and warned its author." */
export function outcomeText({
  actions,
  closedBy,
}: Pick<Report, 'actions'> & { readonly closedBy: Named | null }): string {
  const who = closedBy?.displayName ?? 'Someone';
  if (actions.length === 0) return `${who} dismissed it.`;
  const deeds = actions.map((action) => DONE[action]);
  const last = deeds.at(-1) ?? '';
  return `${who} ${deeds.length === 1 ? last : `${deeds.slice(0, -1).join(', ')} and ${last}`}.`;
}

export function countText(count: number): string {
  return count === 1 ? '1 report' : `${String(count)} reports`;
}

interface Named {
  readonly displayName: string;
}
