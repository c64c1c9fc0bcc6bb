/** A file on its way in. Nothing of it is read before it is opened, which happens once. */
export interface IncomingFile {
  /** As its sender calls it. */
  readonly name: string | undefined;
  open(): AsyncIterable<Buffer>;
}
