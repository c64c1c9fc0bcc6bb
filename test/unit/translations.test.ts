import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../client/src/app/shared/language/languages.js';
import { faultsOfSource, faultsOfTranslation } from '../../scripts/languages/faults.mjs';
import { tidied } from '../../scripts/languages/tidy.mjs';
import { LANGUAGES as TRANSLATED } from '../../scripts/languages/translations.mjs';

const said = (key: string, folder = 'rooms') => ({ key, folder });

test('a text that is said and not translated is told of, in the folder that says it', () => {
  const { tidy } = tidied([said('Leave')], new Map());
  expect(tidy.get('rooms')?.get('Leave')).toBe('');
});

test('a translation stays when a text moves to another folder, and stands with what is shared once two folders say it', () => {
  const german = new Map([['rooms', new Map([['Leave', 'Verlassen']])]]);
  expect(tidied([said('Leave', 'chat')], german).tidy).toEqual(new Map([['chat', new Map([['Leave', 'Verlassen']])]]));
  expect(tidied([said('Leave', 'chat'), said('Leave')], german).tidy).toEqual(
    new Map([['shared', new Map([['Leave', 'Verlassen']])]]),
  );
});

test('what nobody says any more is found and left out, so that an English text that changed is translated anew', () => {
  const german = new Map([['rooms', new Map([['Leave', 'Verlassen']])]]);
  const { tidy, unused } = tidied([said('Leave the room')], german);
  expect(unused).toEqual(['Leave']);
  expect(tidy.get('rooms')).toEqual(new Map([['Leave the room', '']]));
});

test('one text with two translations is told of', () => {
  const german = new Map([
    ['chat', new Map([['Leave', 'Gehen']])],
    ['rooms', new Map([['Leave', 'Verlassen']])],
  ]);
  expect(tidied([said('Leave', 'chat'), said('Leave')], german).contradictions).toEqual([
    { key: 'Leave', texts: ['Gehen', 'Verlassen'] },
  ]);
});

test('a translation has the placeholders of its text, each as often', () => {
  const message = { text: '{$name} joined {$room}', placeholders: ['name', 'room'] };
  expect(faultsOfTranslation(message, '{$room}: {$name} ist da', 'de')).toEqual([]);
  expect(faultsOfTranslation(message, '{$name} ist da', 'de')).toEqual(['{$room} is missing']);
  expect(faultsOfTranslation(message, '{$name} und {$name} in {$room}', 'de')).toEqual([
    '{$name} is not in the English text, or not as often',
  ]);
});

test('a plural has a case for each form of its language', () => {
  const message = { text: '{count, plural, =1 {one file} other {# files}}', placeholders: [] };
  const faults = (translation: string, language: string) => faultsOfTranslation(message, translation, language);
  expect(faults('{count, plural, =1 {eine Datei} other {# Dateien}}', 'de')).toEqual([]);
  expect(faults('{count, plural, other {# Dateien}}', 'de')).toEqual(['the plural of de has no case for “one”']);
  expect(faults('{count, plural, one {# archivo} other {# archivos}}', 'es')).toEqual([
    'the plural of es has no case for “many”',
  ]);
  expect(faults('{count, plural, other {#件}}', 'ja')).toEqual([]);
  // Where 21 has the form of 1, writing out 1 is not enough.
  expect(faults('{count, plural, =1 {файл} few {# файла} many {# файлов} other {# файла}}', 'ru')).toEqual([
    'the plural of ru has no case for “one”',
  ]);
});

test('a plural that is broken, or about another number, is told of', () => {
  const message = { text: '{count, plural, =1 {one file} other {# files}}', placeholders: [] };
  expect(faultsOfTranslation(message, '{count, plural, =1 {eine Datei} other {# Dateien}', 'de')).not.toEqual([]);
  expect(faultsOfTranslation(message, '{zahl, plural, =1 {eine Datei} other {# Dateien}}', 'de')).toEqual([
    '{count} is missing',
    '{zahl} is not in the English text',
  ]);
});

test('a text of the sources names its placeholders, and takes what it counts by name', () => {
  expect(faultsOfSource({ text: 'Hello {$name}', placeholders: ['name'] })).toEqual([]);
  expect(faultsOfSource({ text: 'Hello {$PH}', placeholders: ['PH'] })).toHaveLength(1);
  expect(faultsOfSource({ text: '{$name} has {count, plural, other {#}}', placeholders: ['name'] })).not.toEqual([]);
  expect(faultsOfSource({ text: 'one | other', placeholders: [] })).toHaveLength(1);
  expect(faultsOfSource({ text: '{VAR_PLURAL, plural, =1 {a} other {b}}', placeholders: [] })).not.toEqual([]);
});

test('what decides the language before the first paint knows the languages that there are, and so does what joins their files', () => {
  const [, listed = ''] = /DIRECTIONS = \{(.*?)\}/.exec(readFileSync('client/public/first-paint.js', 'utf8')) ?? [];
  expect(listed.split(',').map((each) => each.trim().replaceAll("'", ''))).toEqual(
    LANGUAGES.map(({ tag, dir }) => `${tag}: ${dir}`),
  );
  expect(TRANSLATED.toSorted()).toEqual(LANGUAGES.map(({ tag }) => tag).filter((tag) => tag !== 'en'));
});
