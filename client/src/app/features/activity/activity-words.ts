import type { ActivityReason } from '../../feed/activity';

/** What its author did, behind their name. */
export function activityWords(reason: ActivityReason, isInThread: boolean): string {
  switch (reason) {
    case 'mention':
      return isInThread ? $localize`mentioned you in a thread` : $localize`mentioned you`;
    case 'mention-of-everyone':
      return isInThread ? $localize`mentioned everyone in a thread` : $localize`mentioned everyone`;
    case 'answer':
      return isInThread ? $localize`replied to you in a thread` : $localize`replied to you`;
    case 'thread':
      return $localize`wrote in a thread you follow`;
  }
}
