import { locale } from './locale';
import { type Message, parseMessage } from './message-format';
import { numberText } from './numbers';

export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Fills a text in ICU's MessageFormat, for all that depends on a number:
 * formatMessage($localize`{count, plural, =1 {one draft} other {# drafts}}`, { count }).
 * All values come by name and none by ${…}: what people wrote may hold braces.
 */
export function formatMessage(text: string, values: MessageValues): string {
  return filled(parseMessage(text), values, null);
}

function filled(message: Message, values: MessageValues, count: number | null): string {
  return message
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return part.text;
        case 'number':
          return count === null ? '#' : numberText(count);
        case 'value':
          return shown(valueOf(values, part.name));
        case 'plural': {
          const value = Number(valueOf(values, part.name));
          return filled(caseFor(part.cases, pluralLabels(value)), values, value);
        }
        case 'select':
          return filled(caseFor(part.cases, [String(valueOf(values, part.name))]), values, count);
      }
    })
    .join('');
}

let rules: Intl.PluralRules | null = null;

/** The exact number comes before its category. */
function pluralLabels(value: number): readonly string[] {
  rules ??= new Intl.PluralRules(locale());
  return [`=${String(value)}`, rules.select(value)];
}

function caseFor(cases: ReadonlyMap<string, Message>, labels: readonly string[]): Message {
  for (const label of [...labels, 'other']) {
    const found = cases.get(label);
    if (found) return found;
  }
  return [];
}

function valueOf(values: MessageValues, name: string): string | number {
  const value = values[name];
  if (value === undefined) throw new Error(`Nothing was given for {${name}}.`);
  return value;
}

function shown(value: string | number): string {
  return typeof value === 'number' ? numberText(value) : value;
}
