import { parseArgs } from 'node:util';

export interface Options {
  readonly quick: boolean;
  readonly runs: number;
  readonly only: readonly string[] | undefined;
  /** By name; left out, all of them. */
  readonly contestants: readonly string[] | undefined;
  readonly profile: string | undefined;
}

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      runs: { type: 'string' },
      only: { type: 'string' },
      contestants: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  return {
    quick: values.quick,
    runs: Number(values.runs ?? (values.quick ? 1 : 3)),
    only: values.only?.split(','),
    contestants: values.contestants?.split(','),
    profile: values.profile,
  };
}
