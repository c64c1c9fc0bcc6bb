/** The name of something that an answer shows and that may change; the log says which there are. */
export type Shown = string;

/** What loaders keep their batches by: the context of an operation. */
export class BatchScope {
  /** Operations with the same one load together what they ask for. */
  readonly batch: object = this;
  /** Told what the answer shows, where somebody will remember the answer. */
  readonly notesShown?: (what: Shown) => void;
}

/** Notes what the answer of an operation shows, before it is read. */
export function noteShown(scope: object, ...what: readonly Shown[]): void {
  if (scope instanceof BatchScope && scope.notesShown) for (const one of what) scope.notesShown(one);
}

export function batchOf(scope: object): object {
  return scope instanceof BatchScope ? scope.batch : scope;
}
