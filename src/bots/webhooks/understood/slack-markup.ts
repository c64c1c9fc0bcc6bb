/**
 * Slack's "mrkdwn" as Markdown: https://docs.slack.dev/messaging/formatting-message-text. Links and mentions stand in angle brackets, `&`, `<` and `>` are escaped, and one asterisk
 * is bold. What is in code stays as it is.
 */
export function markdownOf(mrkdwn: string): string {
  return mrkdwn
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? unescaped(part) : unescaped(withoutBrackets(emphasised(part)))))
    .join('');
}

const CODE = /(```[\s\S]*?```|`[^`\n]*`)/;

function emphasised(text: string): string {
  return text
    .replace(/(^|[\s([{"'])\*(?=\S)([^*\n]*[^*\s])\*(?![\w*])/g, '$1**$2**')
    .replace(/(^|[\s([{"'])~(?=\S)([^~\n]*[^~\s])~(?![\w~])/g, '$1~~$2~~');
}

/** `<https://example.org|Example>`, `<#C123|general>`, `<@U123>`, `<!here>`. Mentions become plain words: ids from there mean nothing here. */
function withoutBrackets(text: string): string {
  return text.replace(/<([^<>|\n]+)(?:\|([^<>\n]*))?>/g, (_, target: string, label: string | undefined) => {
    if (/^(https?:\/\/|mailto:)/.test(target)) return label ? `[${label}](${target})` : target;
    if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
    return label ?? target.replace(/^[@!]/, '');
  });
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
