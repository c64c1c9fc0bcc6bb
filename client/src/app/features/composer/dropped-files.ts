export interface DroppedFiles {
  readonly files: readonly File[];
  /** By name: a browser gives a folder as a file that cannot be read. */
  readonly folders: readonly string[];
}

/** What was dropped or pasted. Has to be asked before the event is over: nothing can be read of it later. */
export function droppedFiles({ items, files }: DataTransfer): DroppedFiles {
  const folders = Array.from(items, (item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null))
    .filter((entry) => entry?.isDirectory === true)
    .map((entry) => entry?.name ?? '');
  const names = new Set(folders);
  return { folders, files: Array.from(files).filter(({ name }) => !names.has(name)) };
}
