import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const notes = z.record(z.string(), z.object({ scripts: z.array(z.string()), fonts: z.array(z.string()) }));

/**
 * For each page of the client the header that names the files of its first screen (RFC 8288), by the first part of its address; as
 * the build has noted them (scripts/build/preloads.mjs). Without a note there are none, and pages only come later.
 */
export function preloadsIn(file: string): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map();
  const pages = Object.entries(notes.parse(JSON.parse(readFileSync(file, 'utf8'))));
  return new Map(
    pages.map(([page, { scripts, fonts }]) => [page, [...fonts.map(font), ...scripts.map(script)].join(', ')]),
  );
}

function script(path: string): string {
  return `</${path}>; rel=modulepreload`;
}

/** Browsers ask for fonts without cookies, wherever they are; with them it would be another file. */
function font(path: string): string {
  return `</${path}>; rel=preload; as=font; type="font/woff2"; crossorigin`;
}
