import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** What all of them may come to in memory. */
const MAX_BYTES = 8 * 1024 * 1024;

/** What a word or sign of a document comes to in memory, with its node, and with the field that an operation's plan may hold for it: hundreds of times its text. */
const BYTES_OF_TOKEN = 700;
/** What it costs to remember anything at all, however short: strangers could remember millions of next to nothing. */
export const BYTES_OF_ENTRY = 250;

/** Documents that were read before. Those that were not asked for longest go first. */
export class RememberedDocuments {
  private readonly documents = new LRUCache<string, DocumentNode>({
    maxSize: MAX_BYTES,
    sizeCalculation: (document, name) => BYTES_OF_ENTRY + name.length + bytesOf(document),
  });

  get(name: string): DocumentNode | undefined {
    return this.documents.get(name);
  }

  set(name: string, document: DocumentNode): void {
    this.documents.set(name, document);
  }

  delete(name: string): boolean {
    return this.documents.delete(name);
  }
}

function bytesOf({ loc, tokenCount = 0 }: DocumentNode): number {
  return (loc?.source.body.length ?? 0) + tokenCount * BYTES_OF_TOKEN;
}
