import { existsSync, readFileSync } from 'node:fs';
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
  if (!existsSync(file)) return new Map();
  const pages = Object.entries(notes.parse(JSON.parse(readFileSync(file, 'utf8'))));
  return new Map(
    pages.map(([page, files]) => [page, files.map(({ as, path }) => `</${path}>; ${KINDS[as]}`).join(', ')]),
  );
}
