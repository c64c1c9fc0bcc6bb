import type { ModeratorNotice } from '../../core/graphql/model';

/** What those who look after a room tell the viewer, in one sentence. Which of them it was is not told. */
export function noticeSentence({ kind, roomName }: Pick<ModeratorNotice, 'kind' | 'roomName'>): string {
  switch (kind) {
    case 'WARNING':
      return roomName === ''
        ? $localize`You were warned about a message you wrote.`
        : $localize`You were warned about a message you wrote in “${roomName}:room:”.`;
    case 'REPORT_CLOSED':
      return roomName === ''
        ? $localize`The message you reported was dealt with.`
        : $localize`The message you reported in “${roomName}:room:” was dealt with.`;
  }
}
