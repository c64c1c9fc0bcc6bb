/** How much of a file is looked at to find out what it is. */
export const SAMPLE_BYTES = 64 * 1024;

/** What the first bytes say the file is; undefined where they say nothing. */
export async function mediaTypeOf(sample: Buffer): Promise<string | undefined> {
  // Loaded with the first file that comes: a server at which nobody uploads needs none of it.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(sample);
  if (found) return found.mime.replace(/;.*$/, '');
  // A PNG whose picture begins beyond the sample, behind a long description.
  return sample.subarray(0, PNG.length).equals(PNG) ? 'image/png' : undefined;
}

/**
 * What a file is once all of it was seen. Text is text even where it begins like a picture ("BM…", "ID3…"): what an
 * application writes as text, such as PDF or XML, keeps its name.
 */
export function settledMediaType(found: string | undefined, isText: boolean): string {
  if (isText && (found === undefined || /^(image|audio|video)\//.test(found))) return 'text/plain';
  return found ?? 'application/octet-stream';
}

/** Whether a list such as `image/*, application/pdf` takes a type. */
export function isTaken(allowed: readonly string[], mediaType: string): boolean {
  const family = `${mediaType.split('/')[0] ?? ''}/*`;
  return allowed.some(
    (pattern) => pattern === '*/*' || pattern === family || pattern.toLowerCase() === mediaType.toLowerCase(),
  );
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
