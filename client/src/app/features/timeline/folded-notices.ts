import type { MemberNotice, Notice } from '../../feed/chat-state';
import { dayOf } from '../../shared/text/dates';
import { noticeText } from './notice-text';
import { formatMessage } from '../../shared/language/format-message';
import { listInText } from '../../shared/language/lists';

export interface ShownNotice {
  readonly key: string;
  readonly at: string;
  readonly text: string;
}

/** So many in a row are told in one sentence. */
const MIN_FOLDED = 3;
const MAX_NAMES = 3;

/** What happened between two messages, a line for each; many comings and goings in a row are one line. */
export function foldedNotices(notices: readonly Notice[]): ShownNotice[] {
  return runsOf(notices).flatMap(({ sort, run }) => {
    const [first] = run;
    if (first === undefined) return [];
    if (sort === null || run.length < MIN_FOLDED)
      return run.map((notice) => ({ key: notice.id, at: notice.at, text: noticeText(notice) }));
    // The first one's key: when somebody else comes, the line stays the same line.
    return [{ key: first.id, at: first.at, text: textOf(run.filter(isOfMember)) }];
  });
}

interface Run {
  readonly sort: string | null;
  readonly run: Notice[];
}

/** Those next to each other that one sentence can tell, on one day. */
function runsOf(notices: readonly Notice[]): Run[] {
  const runs: Run[] = [];
  for (const notice of notices) {
    const sort = sortOf(notice);
    const last = runs.at(-1);
    const isSameDay = last?.run[0] !== undefined && dayOf(last.run[0].at) === dayOf(notice.at);
    if (last && sort !== null && last.sort === sort && isSameDay) last.run.push(notice);
    else runs.push({ sort, run: [notice] });
  }
  return runs;
}

/** Who comes and goes alone, and whom somebody brings in. What makes the room, and who is put out, stands for itself. */
function sortOf(notice: Notice): string | null {
  if (!isOfMember(notice) || notice.seq === 1 || notice.kind === 'role') return null;
  const { actor, kind, user } = notice;
  if (actor === null || actor.id === user.id) return 'by themselves';
  return kind === 'joined' ? `added by ${actor.id}` : null;
}

function textOf(run: readonly MemberNotice[]): string {
  const [first] = run;
  const { actor } = first ?? {};
  if (actor && first && actor.id !== first.user.id)
    return $localize`${actor.displayName}:actor: added ${namesOf(peopleOf(run))}:names:.`;
  const came = peopleOf(run.filter(({ kind }) => kind === 'joined'));
  const went = peopleOf(run.filter(({ kind }) => kind === 'left'));
  return formatMessage(movesText(came.length > 0, went.length > 0), {
    ...{ joined: came.length, came: namesOf(came) },
    ...{ left: went.length, went: namesOf(went) },
  });
}

function movesText(someCame: boolean, someWent: boolean): string {
  if (!someWent) return $localize`{joined, plural, =1 {{came} joined.} other {{came} joined.}}`;
  if (!someCame) return $localize`{left, plural, =1 {{went} left.} other {{went} left.}}`;
  return $localize`{joined, plural, =1 {{came} joined} other {{came} joined}}; {left, plural, =1 {{went} left} other {{went} left}}.`;
}

/** Each once. */
function peopleOf(run: readonly MemberNotice[]): readonly string[] {
  return [...new Map(run.map(({ user }) => [user.id, user.displayName])).values()];
}

/** "Ada", "Ada and Ben", "Ada, Ben and 5 others". */
function namesOf(names: readonly string[]): string {
  if (names.length <= MAX_NAMES) return listInText(names);
  const shown = names.slice(0, MAX_NAMES - 1);
  const count = names.length - shown.length;
  return listInText([...shown, formatMessage($localize`{count, plural, =1 {1 other} other {# others}}`, { count })]);
}

function isOfMember(notice: Notice): notice is MemberNotice {
  return notice.kind !== 'changed';
}
