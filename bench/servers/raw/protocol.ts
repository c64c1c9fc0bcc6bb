import { z } from 'zod';

/** The whole of a protocol that somebody would write by hand: no sign-in, no rights, no cursors. */
export const request = z.discriminatedUnion('do', [
  z.object({ do: z.literal('subscribe'), ref: z.number(), room: z.string() }),
  z.object({ do: z.literal('send'), ref: z.number(), room: z.string(), body: z.string() }),
  z.object({ do: z.literal('latest'), ref: z.number(), room: z.string() }),
  z.object({ do: z.literal('before'), ref: z.number(), room: z.string(), number: z.number() }),
  z.object({ do: z.literal('after'), ref: z.number(), room: z.string(), number: z.number() }),
]);

export type Request = z.infer<typeof request>;

export interface MessageRow {
  readonly id: string;
  readonly room: string;
  readonly number: number;
  readonly body: string;
  readonly createdAt: string;
  readonly authorId: string;
  readonly authorName: string;
}

export type MessageJson = Omit<MessageRow, 'authorId' | 'authorName'> & {
  readonly author: { readonly id: string; readonly displayName: string };
};

export function messageJson({ authorId, authorName, ...message }: MessageRow): MessageJson {
  return { ...message, author: { id: authorId, displayName: authorName } };
}
