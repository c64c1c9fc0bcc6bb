import type { Dialogs } from '../../shared/ui/dialog/dialogs';
import type { InvitedTo } from './invite-dialog';

export function openInvite(dialogs: Dialogs, data: InvitedTo): void {
  void dialogs.ask(async () => (await import('./invite-dialog')).InviteDialog, {
    data,
    width: '32rem',
    maxWidth: 'calc(100vw - 2rem)',
  });
}
