/** More than anybody reads in a dialog, and little enough for any phone to lay out. */
export const MAX_SHOWN_BYTES = 256 * 1024;

/** The first part of a stored text file. */
export async function textOf(
  file: { readonly url: string; readonly size: number },
  signal: AbortSignal,
): Promise<string> {
  const headers = file.size > MAX_SHOWN_BYTES ? { Range: `bytes=0-${String(MAX_SHOWN_BYTES - 1)}` } : undefined;
  const answer = await fetch(file.url, { signal, ...(headers && { headers }) });
  if (!answer.ok) throw new Error(`The file was answered with ${String(answer.status)}.`);
  const words = new TextDecoder().decode(await answer.arrayBuffer());
  // Where it was cut, half a letter may stand at the end.
  return headers ? words.replace(/\uFFFD$/, '') : words;
}
