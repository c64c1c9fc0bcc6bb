import { formatMessage } from './format-message';
import { locale } from './locale';

/** "bread, butter and salt". */
export function listInText(items: readonly string[]): string {
  return new Intl.ListFormat(locale()).format(items);
}

/** "general, private, 3 unread messages": what is said of a thing, one after the other and without an "and". */
export function remarksInText(items: readonly string[]): string {
  const [first = '', ...others] = items.filter((item) => item !== '');
  return others.reduce((before, next) => formatMessage($localize`{before}, {next}`, { before, next }), first);
}
