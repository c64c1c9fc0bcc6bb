import type { Question } from '../../../shared/ui/confirm/question';

type Deed = 'sign out' | 'end the visit' | 'disable' | 'appoint' | 'dismiss';

/** What an administrator is asked before something that somebody else will notice. */
export function questionTo(deed: Deed, name: string): Question {
  switch (deed) {
    case 'sign out':
      return {
        heading: `Sign ${name} out everywhere?`,
        text: 'This ends the session on every device. They can sign in again with their password.',
        verb: 'Sign out everywhere',
      };
    case 'end the visit':
      return {
        heading: `End the visit of ${name}?`,
        text: 'Guests have no password: they leave their rooms, and cannot come back as the same person. What they said stays.',
        verb: 'End visit',
      };
    case 'disable':
      return {
        heading: `Disable the account of ${name}?`,
        text: 'They are signed out everywhere and cannot sign in, and their invitations stop working. What they said stays, and you can enable the account again.',
        verb: 'Disable account',
      };
    case 'appoint':
      return {
        heading: `Make ${name} an administrator?`,
        text: 'They will be able to do all that you see on these pages, also to you.',
        verb: 'Make administrator',
      };
    case 'dismiss':
      return {
        heading: `Remove ${name} as an administrator?`,
        text: 'These pages will be closed to them. Their account and rooms stay as they are.',
        verb: 'Remove administrator',
      };
  }
}
