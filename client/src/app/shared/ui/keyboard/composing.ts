/** What tells whether a key is part of a composition. `keyCode` is deprecated, but nothing else tells it in Safari. */
export interface CompositionKey {
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** The code of every key that an input method has taken for itself. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * Whether a key belongs to an input method (Japanese, Chinese, Korean, dead keys) and not to the page. Every listener for keys
 * asks this first: the Enter that chooses 東京 must not send half a sentence, and the Escape that takes the choice back must not
 * close anything. Safari ends the composition before it tells of that key, so that `isComposing` is false by then.
 */
export function isComposing(event: Event): boolean {
  return isKey(event) && (event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD);
}

function isKey(event: object): event is CompositionKey {
  return 'isComposing' in event && 'keyCode' in event;
}
