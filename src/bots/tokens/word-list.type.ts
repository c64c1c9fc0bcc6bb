import { TextValue } from '../../database/index.js';

/** Words without spaces, in one column: names of scopes, ids. */
export class WordList<Word extends string> extends TextValue<readonly Word[]> {
  override convertToDatabaseValue(words: readonly Word[]): string {
    return words.join(' ');
  }

  override convertToJSValue(text: string): readonly Word[] {
    return text.split(' ').filter((word) => word !== '') as Word[];
  }
}
