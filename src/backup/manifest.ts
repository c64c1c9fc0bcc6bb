import { z } from 'zod';

const COUNTED = ['user', 'room', 'message', 'event', 'file'] as const;

const manifest = z.object({
  madeAt: z.iso.datetime(),
  /** What the database has been through: code that does not know all of these must not open it. */
  migrations: z.array(z.string()),
  counts: z.record(z.enum(COUNTED), z.number()),
  /** Keys of stored files that the database names and that could not be archived as they should be. */
  lacking: z.array(z.string()),
  entries: z.array(z.object({ name: z.string(), size: z.number(), sha256: z.string() })),
});

/** What an archive says of itself. */
export type Manifest = z.output<typeof manifest>;
export type ManifestEntry = Manifest['entries'][number];
export type Counts = Manifest['counts'];

export const COUNTED_TABLES: readonly (typeof COUNTED)[number][] = COUNTED;

/** `undefined` where the text is no manifest. */
export function readManifest(text: string): Manifest | undefined {
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
