import type { GraphQLError } from 'graphql';
import { MAX_LEVELS, tooComplex } from './too-complex.js';

/** Refuses variables that nest deeper than any input, before anybody follows them down. */
export function refusalOfVariables(variables: unknown): GraphQLError | undefined {
  const waiting = [{ value: variables, level: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, level } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (level > MAX_LEVELS) return tooComplex(`variables nest at most ${String(MAX_LEVELS)} levels deep`);
    for (const inner of Object.values(value)) waiting.push({ value: inner, level: level + 1 });
  }
  return undefined;
}
