import { InvalidInput } from '../../../errors/index.js';
import { MAX_MESSAGE_LENGTH } from '../../../messages/index.js';
import { githubText } from './github.js';
import { attachmentsText, slackText } from './slack.js';

/** What was posted to an address: the body, read as JSON or as a form, and the kind of GitHub's event, if it is one. */
export interface Posted {
  readonly body: unknown;
  readonly event: string | undefined;
}

/** A message to post; without a body there is nothing to say. */
export interface Understood {
  readonly body: string | null;
  readonly nonce: string | null;
}

/** Finds the message in what was posted, in whichever service's format. */
export function messageIn({ body: given, event }: Posted): Understood {
  const posted = unwrapped(given);
  if (event !== undefined) return { body: shortened(githubText(event, posted)), nonce: null };
  const isOurs = typeof posted.body === 'string';
  const said = isOurs
    ? [posted.body, attachmentsText(posted.attachments)].filter(Boolean).join('\n\n')
    : slackText(posted);
  if (said.trim() === '')
    throw new InvalidInput('text', 'There is no text in it. Send JSON, such as {"text":"Hello"}.');
  return { body: shortened(said), nonce: isOurs && typeof posted.nonce === 'string' ? posted.nonce : null };
}

/** A form has the same JSON in its field `payload`. */
function unwrapped(given: unknown): Readonly<Record<string, unknown>> {
  const body = objectIn(given);
  return typeof body.payload === 'string' ? objectIn(parsed(body.payload)) : body;
}

function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new InvalidInput('payload', 'The payload is not JSON.');
  }
}

/** What a service says at too great length is better cut than lost. No message holds NUL. */
function shortened(text: string | null): string | null {
  if (text === null) return null;
  const whole = Array.from(text.toWellFormed().replaceAll('\0', ''));
  return whole.length <= MAX_MESSAGE_LENGTH ? whole.join('') : `${whole.slice(0, MAX_MESSAGE_LENGTH - 1).join('')}…`;
}
