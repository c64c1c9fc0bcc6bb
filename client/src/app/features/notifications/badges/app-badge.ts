import type { Waiting } from './tab-icon';

/** On the icon of the app, where it is installed (Badging API): a number for what is meant for the viewer, a dot for anything else that is unread. */
export function showAppBadge({ mentions, unread }: Waiting): void {
  if (typeof navigator.setAppBadge !== 'function') return;
  const showing = unread + mentions === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(mentions || undefined);
  // Not installed, or not allowed: then there is no icon to put it on.
  showing.catch(() => undefined);
}
