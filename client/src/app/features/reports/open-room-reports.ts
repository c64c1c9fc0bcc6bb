import type { Dialogs } from '../../shared/ui/dialog/dialogs';
import type { ReportedIn } from './room-reports-dialog';

/** Once it is closed again. */
export async function openRoomReports(dialogs: Dialogs, data: ReportedIn): Promise<void> {
  await dialogs.ask(async () => (await import('./room-reports-dialog')).RoomReportsDialog, {
    data,
    width: '40rem',
    maxWidth: 'calc(100vw - 2rem)',
  });
}
