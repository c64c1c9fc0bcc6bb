import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageIn } from '#server/bots/webhooks/understood/message-in.js';
import { markdownOf } from '#server/bots/webhooks/understood/slack-markup.js';

describe('what Slack writes, as Markdown', () => {
  it.each([
    ['*bold* and _italic_', '**bold** and _italic_'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['~gone~', '~~gone~~'],
    ['<https://example.org|a page> and <https://example.org>', '[a page](https://example.org) and https://example.org'],
    ['<!here> <@U1|ada> <#C1|general>', 'here ada #general'],
    ['`*code*` and ```*a &lt;b&gt;*```', '`*code*` and ```*a <b>*```'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
  ])('%s is %s', (mrkdwn, markdown) => {
    expect(markdownOf(mrkdwn)).toBe(markdown);
  });

  it('has attachments quoted below it, with their fields', () => {
    const attachments = [
      {
        pretext: 'Look',
        title: 'Build',
        title_link: 'https://ci.example.org',
        text: 'ok\ngood',
        fields: [{ title: 'On', value: 7 }],
      },
      { fallback: 'Only this' },
      'not an attachment',
    ];
    expect(messageIn({ body: { text: 'Hi', attachments }, event: undefined }).body).toBe(
      'Hi\n\nLook\n> **[Build](https://ci.example.org)**\n> ok\n> good\n> **On** 7\n\nOnly this',
    );
  });

  it('is never more than a message may have, and never fails but with a refusal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 'push', 'issues', 'nothing'), (body, event) => {
        try {
          const { body: said } = messageIn({ body, event });
          expect(Array.from(said ?? '').length).toBeLessThanOrEqual(8000);
        } catch (error) {
          expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
        }
      }),
      { numRuns: 200 },
    );
  });
});
