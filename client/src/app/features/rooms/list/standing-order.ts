/** What stands in a list stays where it is; what is gone leaves it, and what is new comes last. */
export function standingOrder(before: readonly string[], now: readonly string[]): readonly string[] {
  const wanted = new Set(now);
  const known = new Set(before);
  return [...before.filter((id) => wanted.has(id)), ...now.filter((id) => !known.has(id))];
}
