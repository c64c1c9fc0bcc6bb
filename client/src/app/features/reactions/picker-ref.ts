/** What an open picker tells whoever has opened it. */
export abstract class PickerRef {
  /** What it is for, for those who hear it. */
  abstract readonly label: string;
  abstract close(emoji: string | null): void;
  /** It has become larger, and may have to stand elsewhere. */
  abstract grow(): void;
}
