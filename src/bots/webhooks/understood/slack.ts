import { type Attachment, attachmentsIn, type Block, blocksIn } from './posted.js';
import { markdownOf } from './slack-markup.js';

/** What Slack's senders post, as Markdown: the text, else its blocks; and what is attached. */
export function slackText(posted: Readonly<Record<string, unknown>>): string {
  const text = typeof posted.text === 'string' ? markdownOf(posted.text) : '';
  const said = text === '' ? paragraphs(blocksIn(posted.blocks).map(blockText)) : text;
  return paragraphs([said, attachmentsText(posted.attachments)]);
}

export function attachmentsText(attachments: unknown): string {
  return paragraphs(attachmentsIn(attachments).map(attachmentText));
}

function attachmentText(attachment: Attachment): string {
  const { pretext, author_name: author, title, title_link: link, text, fields, image_url: image, footer } = attachment;
  const heading = title !== '' && link !== '' ? `**[${title}](${link})**` : bold(title);
  const quoted = lines([
    author,
    heading,
    markdownOf(text),
    ...fields.map((field) => `${bold(field.title)} ${markdownOf(field.value)}`.trim()),
    image,
    footer,
  ]);
  const shown = lines([markdownOf(pretext), quoted === '' ? '' : `> ${quoted.replaceAll('\n', '\n> ')}`]);
  return shown === '' ? attachment.fallback : shown;
}

function blockText({ type, text, fields, elements }: Block): string {
  if (type === 'header') return bold(text.text);
  return lines([text, ...fields, ...elements].map((part) => markdownOf(part.text)));
}

function bold(text: string): string {
  return text === '' ? '' : `**${text}**`;
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
