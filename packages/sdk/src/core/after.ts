/** Does something later, in milliseconds. What it gives takes it back. */
export type After = (milliseconds: number, work: () => void) => () => void;
