import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainContent, plainTextOf } from '#server/messages/message-content.js';
import { MessageContentColumn } from '#server/messages/message-content.column.js';

describe('what a message says', () => {
  it('comes back from its column with its kind and every character', () => {
    const column = new MessageContentColumn();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        const content = column.convertToJSValue(column.convertToDatabaseValue(plainContent(body)));
        expect(content).toEqual({ kind: 'plain', body });
        expect(plainTextOf(content)).toBe(body);
      }),
    );
  });
});
