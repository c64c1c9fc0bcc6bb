export interface Question {
  readonly heading: string;
  readonly text: string;
  /** The verb on the button that does it. */
  readonly verb: string;
}
