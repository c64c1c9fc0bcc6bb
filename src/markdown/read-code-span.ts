import { showsNothing } from './shows-nothing.js';
import { characterBefore, isFormulaCharacter } from './word-boundaries.js';

/** Where runs of backticks begin, by their length. */
export type BacktickRuns = ReadonlyMap<number, readonly number[]>;

export function runsOfBackticks(text: string): BacktickRuns {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = runs.get(run.length);
    if (known) known.push(index);
    else runs.set(run.length, [index]);
  }
  return runs;
}

/** The code that begins with the backticks at a place, and where it ends; where it is none, where the backticks end. */
export function codeAt(text: string, start: number, runs: BacktickRuns): { end: number; text: string | null } {
  const length = lengthOfRun(text, start);
  const none = { end: start + length, text: null };
  // Behind a letter it is an apostrophe, or the beginning of a template.
  if (isFormulaCharacter(characterBefore(text, start))) return none;
  const closer = next(runs.get(length) ?? [], start + length);
  if (closer === undefined) return none;
  const code = text.slice(start + length, closer);
  // One backtick encloses a few words; more of them may enclose lines.
  if (showsNothing(code) || (length < 3 && code.includes('\n'))) return none;
  if (length >= 3) return { end: closer + length, text: code.replace(/^\s*\n|\n\s*$/g, '') };
  const padded = code.length > 2 && code.startsWith(' ') && code.endsWith(' ');
  return { end: closer + length, text: padded ? code.slice(1, -1) : code };
}

/** The end of the backticks at a place, if without a backslash before them they would begin or end code. */
export function escapedCode(text: string, start: number, runs: BacktickRuns): number | null {
  const length = lengthOfRun(text, start);
  const others = runs.get(length) ?? [];
  return others.length > 1 ? start + length : null;
}

function lengthOfRun(text: string, start: number): number {
  let end = start;
  while (text.charAt(end) === '`') end += 1;
  return end - start;
}

function next(places: readonly number[], from: number): number | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  return places[low];
}
