import type { ModeratorNotice } from '../../core/graphql/model';

/** What those who look after a room tell the viewer, in one sentence. Which of them it was is not told. */
export function noticeSentence({ kind, roomName }: Pick<ModeratorNotice, 'kind' | 'roomName'>): string {
  const where = roomName === '' ? '' : ` in “${roomName}”`;
  switch (kind) {
    case 'WARNING':
      return `You were warned about a message you wrote${where}.`;
    case 'REPORT_CLOSED':
      return `The message you reported${where} was dealt with.`;
  }
}
