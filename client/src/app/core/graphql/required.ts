import { problem, type Problem } from './problem';

export interface RequiredField {
  readonly field: string;
  readonly value: string;
  /** What to say to somebody who has left it empty. */
  readonly sentence: string;
}

/** The first of a form's fields that was left empty, as the server would refuse it, in words for a person. */
export function firstEmpty(fields: readonly RequiredField[]): Problem | null {
  const empty = fields.find(({ value }) => value === '');
  return empty ? problem('BAD_USER_INPUT', empty.sentence, empty.field) : null;
}
