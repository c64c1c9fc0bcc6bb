import { parseMessage } from '../../client/src/app/shared/language/message-format.ts';

const IS_FORMAT = /\{\s*\w+\s*,/;

/**
 * What is wrong with a text of the sources, for whoever wrote it.
 * @param {{ text: string, placeholders: readonly string[] }} message
 * @returns {string[]}
 */
export function faultsOfSource({ text, placeholders }) {
  return [
    ...placeholders
      .filter((name) => /^PH(?:_\d+)?$/.test(name))
      .map(() => 'a placeholder has no name: write ${value}:name:'),
    ...(text.includes('|') ? ['there is a bar in it, which parts a meaning from a text'] : []),
    ...(IS_FORMAT.test(text) && placeholders.length > 0
      ? ['a text in MessageFormat takes all values by name, and none by ${…}']
      : []),
    ...(/VAR_(?:PLURAL|SELECT)/.test(text) ? ['plurals go through formatMessage, and not through the template'] : []),
    ...(IS_FORMAT.test(text) ? faultsOfFormat(text, 'en') : []),
  ];
}

/**
 * What is wrong with a translation, for its translator.
 * @param {{ text: string, placeholders: readonly string[] }} message
 * @param {string} translation
 * @param {string} language
 * @returns {string[]}
 */
export function faultsOfTranslation({ text, placeholders }, translation, language) {
  const given = [...translation.matchAll(/\{\$([^}]*)\}/g)].map(([, name]) => name);
  const isFormat = IS_FORMAT.test(text);
  return [
    ...difference(placeholders, given).map((name) => `{$${name}} is missing`),
    ...difference(given, placeholders).map((name) => `{$${name}} is not in the English text, or not as often`),
    ...(isFormat ? faultsOfFormat(translation, language) : []),
    ...(isFormat ? faultsOfNames(text, translation) : []),
  ];
}

/** A plural has a case for each form that the language has. */
function faultsOfFormat(text, language) {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  try {
    return pluralsIn(parseMessage(text)).flatMap(({ cases }) => {
      // Where =1 is written out and "one" is the form of nothing else, the form is there.
      const isThere = (form) => cases.has(form) || (form === 'one' && cases.has('=1') && onlyOne(language));
      return wanted
        .filter((form) => !isThere(form))
        .map((form) => `the plural of ${language} has no case for “${form}”`);
    });
  } catch (error) {
    return [error.message];
  }
}

/** Whether "one" is the form of the number 1 and of no other whole number. */
function onlyOne(language) {
  const rules = new Intl.PluralRules(language);
  return [0, 2, 11, 21, 101, 1_000_000].every((number) => rules.select(number) !== 'one');
}

function faultsOfNames(text, translation) {
  try {
    const [wanted, given] = [text, translation].map((each) => new Set(namesIn(parseMessage(each))));
    return [
      ...[...wanted].filter((name) => !given.has(name)).map((name) => `{${name}} is missing`),
      ...[...given].filter((name) => !wanted.has(name)).map((name) => `{${name}} is not in the English text`),
    ];
  } catch {
    return [];
  }
}

function pluralsIn(message) {
  return message.flatMap((part) => [
    ...(part.kind === 'plural' ? [part] : []),
    ...[...(part.cases?.values() ?? [])].flatMap(pluralsIn),
  ]);
}

function namesIn(message) {
  return message.flatMap((part) => [
    ...(part.name === undefined ? [] : [part.name]),
    ...[...(part.cases?.values() ?? [])].flatMap(namesIn),
  ]);
}

/** What is in the first and, as often, not in the second. */
function difference(first, second) {
  const left = [...second];
  return first.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
