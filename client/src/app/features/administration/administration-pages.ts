import type { IconName } from '../../shared/ui/icon/icon-shapes';

interface AdministrationPageLink {
  readonly path: string;
  readonly words: string;
  readonly icon: IconName;
}

/** In the order in which they stand. */
export const ADMINISTRATION_PAGES: readonly AdministrationPageLink[] = [
  { path: 'people', words: 'People', icon: 'users' },
  { path: 'rooms', words: 'Rooms', icon: 'hash' },
  { path: 'reports', words: 'Reports', icon: 'flag' },
  { path: 'invitations', words: 'Invitations', icon: 'link' },
  { path: 'storage', words: 'Storage', icon: 'archive' },
  { path: 'server', words: 'Name and look', icon: 'settings' },
  { path: 'audit', words: 'Audit log', icon: 'file-text' },
];
