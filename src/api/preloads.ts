import { existsSync, readFileSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import { z } from 'zod';

const KINDS = {
  font: 'rel=preload; as=font; type="font/woff2"; crossorigin',
  module: 'rel=modulepreload',
  script: 'rel=preload; as=script',
  style: 'rel=preload; as=style',
} as const;

const notes = z.record(
  z.string(),
  z.array(z.object({ path: z.string(), as: z.enum(['font', 'module', 'script', 'style']) })),
);

/**
 * For each page of the client the header that names the files of its first screen (RFC 8288), by the first part of its address; as
 * the build has noted them (scripts/build/preloads.mjs). Without that note there are none: then the files come as the page finds out that it needs them.
 */
export function preloadsIn(file: string): ReadonlyMap<string, string> {
  const pages = Object.entries(noteIn(file));
  return new Map(
    pages.map(([page, files]) => [page, files.map(({ as, path }) => `</${path}>; ${KINDS[as]}`).join(', ')]),
  );
}

/** Another build may have left its note in another form: that makes pages slower, and is no reason not to serve them. */
function noteIn(file: string): z.infer<typeof notes> {
  if (!existsSync(file)) return {};
  try {
    return notes.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    new Logger('client').warn(`No files are named ahead, because ${file} cannot be read: ${String(error)}`);
    return {};
  }
}
