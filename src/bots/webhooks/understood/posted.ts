import { z } from 'zod';

const text = z.string().catch('');
const textOrNumber = z.union([z.string(), z.number()]).transform(String).catch('');

/** What Slack calls attachments. Whatever has another type than expected counts as left out: nobody at the other end reads an error. */
const attachment = z.object({
  fallback: text,
  pretext: text,
  author_name: text,
  title: text,
  title_link: text,
  text,
  footer: text,
  image_url: text,
  fields: z.array(z.object({ title: textOrNumber, value: textOrNumber })).catch([]),
});

const words = z.object({ text }).catch({ text: '' });

/** Blocks of Slack's Block Kit that hold text; what is only decoration is passed over. */
const block = z.object({
  type: text,
  text: words,
  fields: z.array(words).catch([]),
  elements: z.array(words).catch([]),
});

export type Attachment = z.infer<typeof attachment>;
export type Block = z.infer<typeof block>;

export function attachmentsIn(posted: unknown): Attachment[] {
  return Array.isArray(posted) ? posted.flatMap((one: unknown) => attachment.safeParse(one).data ?? []) : [];
}

export function blocksIn(posted: unknown): Block[] {
  return Array.isArray(posted) ? posted.flatMap((one: unknown) => block.safeParse(one).data ?? []) : [];
}
