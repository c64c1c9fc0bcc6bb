import type { Room } from '../../core/graphql/model';
import type { Dialogs } from '../../shared/ui/dialog/dialogs';

export function openDeleteRoom(dialogs: Dialogs, { id, name, memberCount }: Room): void {
  void dialogs.ask(async () => (await import('./delete-room-dialog')).DeleteRoomDialog, {
    data: { id, name, memberCount },
    width: '28rem',
    maxWidth: 'calc(100vw - 2rem)',
    role: 'alertdialog',
  });
}
