import type { Person, Status } from '../core/graphql/model';

/** Somebody as they are shown: some places show what they are up to as well. */
export type Shown = Pick<Person, 'id' | 'displayName' | 'avatarUrl'> & { readonly status?: Status | null };

/** Whether nothing of them would be drawn otherwise. */
export function isSamePerson(a: Shown, b: Shown): boolean {
  return (
    a.id === b.id &&
    a.displayName === b.displayName &&
    a.avatarUrl === b.avatarUrl &&
    isSameStatus(a.status ?? null, b.status ?? null)
  );
}

function isSameStatus(a: Status | null, b: Status | null): boolean {
  return a?.emoji === b?.emoji && a?.text === b?.text && a?.until === b?.until;
}
