import type { Dialogs } from '../../../shared/ui/dialog/dialogs';
import type { DeletionWanted } from './delete-dialog';

/** Asks an administrator before somebody's account is deleted; null where they think better of it. */
export async function askToDelete(dialogs: Dialogs, name: string): Promise<DeletionWanted | null> {
  const wanted = await dialogs.ask<DeletionWanted>(async () => (await import('./delete-dialog')).DeleteDialog, {
    data: name,
    role: 'alertdialog',
    width: '30rem',
    maxWidth: 'calc(100vw - 2rem)',
  });
  return wanted ?? null;
}
