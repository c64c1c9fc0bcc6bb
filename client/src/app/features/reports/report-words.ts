import type { Report, ReportAction } from './reports.store';
import { formatMessage } from '../../shared/language/format-message';
import { listInText } from '../../shared/language/lists';

/** What became of a report: "Ada deleted the message and warned its author." */
export function outcomeText({
  actions,
  closedBy,
}: Pick<Report, 'actions'> & { readonly closedBy: Named | null }): string {
  const name = closedBy?.displayName ?? $localize`Someone`;
  if (actions.length === 0) return $localize`${name}:name: dismissed it.`;
  return $localize`${name}:name: ${listInText(actions.map(deedText))}:deeds:.`;
}

interface Named {
  readonly displayName: string;
}

export function countText(count: number): string {
  return formatMessage($localize`{count, plural, =1 {1 report} other {# reports}}`, { count });
}

function deedText(action: ReportAction): string {
  switch (action) {
    case 'DELETED_MESSAGE':
      return $localize`deleted the message`;
    case 'WARNED_AUTHOR':
      return $localize`warned its author`;
    case 'BANNED_AUTHOR':
      return $localize`banned its author from the room`;
  }
}
