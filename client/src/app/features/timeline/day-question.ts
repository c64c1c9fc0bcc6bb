import type { Dialogs } from '../../shared/ui/dialog/dialogs';
import type { Days } from './day-dialog';

/** Asks for a day; gives its first moment by the reader's own clock, or null where they have thought better of it. */
export async function askForDay(dialogs: Dialogs, days: Days): Promise<Date | null> {
  const day = await dialogs.ask<string>(async () => (await import('./day-dialog')).DayDialog, {
    data: days,
    closeOnNavigation: false,
    maxWidth: 'calc(100vw - 2rem)',
  });
  return day ? new Date(`${day}T00:00`) : null;
}
