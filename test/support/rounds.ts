/** How often something is tried: a few times in `npm test`, often in `npm run test:security` and `npm run test:faults`. */
export function rounds({ quick, thorough }: { quick: number; thorough: number }): number {
  return process.env.THOROUGH ? thorough : quick;
}
