import { expect, test } from 'vitest';
import { typingText } from './typing-text';

test.each([
  [[], ''],
  [['Ada'], 'Ada is typing'],
  [['Ada', 'Ben'], 'Ada and Ben are typing'],
  [['Ada', 'Ben', 'Cleo'], 'Ada, Ben and one more are typing'],
  [['Ada', 'Ben', 'Cleo', 'Otto'], 'Ada, Ben and 2 more are typing'],
])('%j is told as "%s"', (names, sentence) => {
  expect(typingText(names)).toBe(sentence);
});
