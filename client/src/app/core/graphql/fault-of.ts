import type { Problem } from './problem';

/** Where a problem belongs on a form with these fields: beside one of them, or above all. */
export interface Fault {
  readonly form: string | null;
  at(field: string): string | null;
}

export function faultOf(problem: Problem | null, fields: readonly string[]): Fault {
  const field = problem?.field ?? null;
  const besideField = field !== null && fields.includes(field);
  return {
    form: besideField ? null : (problem?.message ?? null),
    at: (name) => (besideField && field === name ? (problem?.message ?? null) : null),
  };
}
