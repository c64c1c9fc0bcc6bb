import { clearTranslations, ɵcomputeMsgId as idOf } from '@angular/localize';
import { afterEach, expect, test } from 'vitest';
import { useTranslations } from './translations';

afterEach(() => {
  clearTranslations();
});

test('a text has its translation, whatever space a template puts around it, and keeps that space', () => {
  useTranslations({ [idOf('Sign in')]: 'Anmelden' });
  expect($localize`Sign in`).toBe('Anmelden');
  expect($localize` Sign in
  `).toBe(' Anmelden\n  ');
});

test('what stands in a text stands where the translation wants it, at its ends as well', () => {
  useTranslations({ [idOf('{$room} by {$name}')]: '{$name}: {$room}' });
  const [room, name] = ['Sunday walk', 'Ada'];
  expect($localize`${room}:room: by ${name}:name:`).toBe('Ada: Sunday walk');
  expect($localize` ${room}:room: by ${name}:name: `).toBe(' Ada: Sunday walk ');
});

test('one text with two meanings has two translations', () => {
  useTranslations({ [idOf('Open')]: 'Öffnen', [idOf('Open', 'reports that wait')]: 'Offen' });
  expect([$localize`Open`, $localize`:reports that wait|:Open`]).toEqual(['Öffnen', 'Offen']);
});
