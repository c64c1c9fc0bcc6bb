import type { ActivityReason } from '../../feed/activity';

const WORDS: Readonly<Record<ActivityReason, string>> = {
  mention: 'mentioned you',
  'mention-of-everyone': 'mentioned everyone',
  answer: 'replied to you',
  thread: 'wrote in a thread you follow',
};

/** What its author did, behind their name. */
export function activityWords(reason: ActivityReason, isInThread: boolean): string {
  return isInThread && reason !== 'thread' ? `${WORDS[reason]} in a thread` : WORDS[reason];
}
