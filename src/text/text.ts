import { InvalidInput } from '../errors/index.js';

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Text as people write it, in NFC, so that the same letters are the same text from every keyboard. */
export function textWithin(field: string, value: string, bounds: Bounds): string {
  // A cheap bound first: normalising megabytes to count them would be work that the sender chooses.
  if (value.length > bounds.max * 4) throw tooLong(field, bounds.max);
  return verbatimWithin(field, value.normalize('NFC'), bounds);
}

/** Text kept as it came, counted in characters (code points), without NUL and half characters, which no store keeps faithfully. */
export function verbatimWithin(field: string, value: string, { min, max }: Bounds): string {
  if (value.length > max * 2) throw tooLong(field, max);
  if (value.includes('\0') || !value.isWellFormed()) {
    throw new InvalidInput(field, 'This contains a character that cannot be stored.');
  }
  const length = Array.from(value).length;
  if (length > max) throw tooLong(field, max);
  if (length < min) throw tooShort(field, min);
  return value;
}

function tooLong(field: string, max: number): InvalidInput {
  return new InvalidInput(field, `This is too long. The limit is ${max.toLocaleString('en')} characters.`);
}

function tooShort(field: string, min: number): InvalidInput {
  return new InvalidInput(
    field,
    min === 1 ? 'This cannot be empty.' : `This is too short. Use at least ${String(min)} characters.`,
  );
}
