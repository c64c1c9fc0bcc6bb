/** How often something is tried: a few times in `npm test`, often in `npm run test:security`, `test:faults` and `test:browser`. */
export function rounds({ quick, thorough }: { quick: number; thorough: number }): number {
  return process.env.THOROUGH ? thorough : quick;
}

/** Of cases that a browser takes long for, the first ones in `npm test`, and all of them in `npm run test:browser`. */
export function firstOf<T>(cases: readonly T[], quick: number): T[] {
  return cases.slice(0, rounds({ quick, thorough: cases.length }));
}
