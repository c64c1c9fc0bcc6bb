import type { Question } from '../../../shared/ui/confirm/question';

type Deed = 'sign out' | 'end the visit' | 'disable' | 'appoint' | 'dismiss';

/** What an administrator is asked before something that somebody else will notice. */
export function questionTo(deed: Deed, name: string): Question {
  switch (deed) {
    case 'sign out':
      return {
        heading: $localize`Sign ${name}:name: out everywhere?`,
        text: $localize`This ends the session on every device. They can sign in again with their password.`,
        verb: $localize`Sign out everywhere`,
      };
    case 'end the visit':
      return {
        heading: $localize`End the visit of ${name}:name:?`,
        text: $localize`Guests have no password: they leave their rooms, and cannot come back as the same person. What they said stays.`,
        verb: $localize`End visit`,
      };
    case 'disable':
      return {
        heading: $localize`Disable the account of ${name}:name:?`,
        text: $localize`They are signed out everywhere and cannot sign in, and their invitations stop working. What they said stays, and you can enable the account again.`,
        verb: $localize`Disable account`,
      };
    case 'appoint':
      return {
        heading: $localize`Make ${name}:name: an administrator?`,
        text: $localize`They will be able to do all that you see on these pages, also to you.`,
        verb: $localize`Make administrator`,
      };
    case 'dismiss':
      return {
        heading: $localize`Remove ${name}:name: as an administrator?`,
        text: $localize`These pages will be closed to them. Their account and rooms stay as they are.`,
        verb: $localize`Remove administrator`,
      };
  }
}
