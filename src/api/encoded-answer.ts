import type { FormattedExecutionResult } from 'graphql';
import type { Payload } from '../feed/index.js';

/** The bytes of an answer that goes out beside the libraries, to one reader or to many. */
export function encodedAnswer(answer: FormattedExecutionResult): Payload {
  return { bytes: Buffer.from(JSON.stringify(answer)) };
}
