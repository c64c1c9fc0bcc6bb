import type { IconName } from '../../shared/ui/icon/icon-shapes';

interface AdministrationPageLink {
  readonly path: string;
  readonly words: string;
  readonly icon: IconName;
}

/** In the order in which they stand. */
export function administrationPages(): readonly AdministrationPageLink[] {
  return [
    { path: 'people', words: $localize`People`, icon: 'users' },
    { path: 'rooms', words: $localize`Rooms`, icon: 'hash' },
    { path: 'reports', words: $localize`Reports`, icon: 'flag' },
    { path: 'invitations', words: $localize`Invitations`, icon: 'link' },
    { path: 'storage', words: $localize`Storage`, icon: 'archive' },
    { path: 'server', words: $localize`Name and look`, icon: 'settings' },
    { path: 'audit', words: $localize`Audit log`, icon: 'file-text' },
  ];
}
