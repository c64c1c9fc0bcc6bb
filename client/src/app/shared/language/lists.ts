import { locale } from './locale';

/** "bread, butter and salt". */
export function listInText(items: readonly string[]): string {
  return new Intl.ListFormat(locale()).format(items);
}
