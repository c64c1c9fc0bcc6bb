import type { Person } from '../../core/graphql/model';
import type { Dialogs } from '../../shared/ui/dialog/dialogs';
import type { NamedSection } from './list/section-dialog';

const SIZE = { width: '28rem', maxWidth: 'calc(100vw - 2rem)' };

export function openCreateRoom(dialogs: Dialogs, name: string): void {
  void dialogs.ask(async () => (await import('./create-room-dialog')).CreateRoomDialog, {
    ...SIZE,
    data: { name },
    closeOnNavigation: false,
  });
}

export function openRoomSettings(dialogs: Dialogs, roomId: string): void {
  void dialogs.ask(async () => (await import('./room-settings-dialog')).RoomSettingsDialog, {
    ...SIZE,
    data: { roomId },
  });
}

/** Resolves with the section for a room, or with null for none; undefined where nothing came of it. */
export function openMoveDialog(dialogs: Dialogs, roomId: string): Promise<string | null | undefined> {
  return dialogs.ask<string | null>(async () => (await import('./list/move-dialog')).MoveDialog, {
    ...SIZE,
    data: roomId,
    closeOnNavigation: false,
  });
}

/** For a new section with null. Resolves with the id of the section; undefined where nothing came of it. */
export function openSectionDialog(dialogs: Dialogs, section: NamedSection | null): Promise<string | undefined> {
  return dialogs.ask<string>(async () => (await import('./list/section-dialog')).SectionDialog, {
    ...SIZE,
    data: section,
    closeOnNavigation: false,
  });
}

/** Some of them may be chosen already. */
export function openNewConversation(dialogs: Dialogs, people: readonly Person[]): void {
  void dialogs.ask(async () => (await import('./new-conversation-dialog')).NewConversationDialog, {
    ...SIZE,
    data: people,
    closeOnNavigation: false,
  });
}
