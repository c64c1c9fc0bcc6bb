import { expect, test } from 'vitest';
import { countdownText, daysInText, everyInText, secondsInText } from './durations';

test.each([
  [1, '1 second'],
  [90, '90 seconds'],
  [60, '1 minute'],
  [300, '5 minutes'],
  [3600, '1 hour'],
  [21_600, '6 hours'],
])('%i seconds are %s', (seconds, text) => {
  expect(secondsInText(seconds)).toBe(text);
});

test.each([
  [30, 'every 30 seconds'],
  [3600, 'every hour'],
])('%i seconds come %s', (seconds, text) => {
  expect(everyInText(seconds)).toBe(text);
});

test.each([
  [0, '0:00'],
  [9, '0:09'],
  [725, '12:05'],
  [3600, '1:00:00'],
])('%i seconds run as %s', (seconds, text) => {
  expect(countdownText(seconds)).toBe(text);
});

test.each([
  [1, '1 day'],
  [30, '30 days'],
  [365, '1 year'],
  [730, '2 years'],
  [36_500, '100 years'],
  [1000, '1,000 days'],
])('%i days are %s', (days, text) => {
  expect(daysInText(days)).toBe(text);
});
