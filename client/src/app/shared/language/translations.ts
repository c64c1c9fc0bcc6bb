import { loadTranslations } from '@angular/localize';

/** From now on `$localize`, and with it every template, speaks these translations, by the ids that Angular gives to messages. */
export function useTranslations(translations: Record<string, string>): void {
  loadTranslations(translations);
  const { translate } = $localize;
  if (!translate) return;
  $localize.translate = (parts, values) => {
    const [translated, placed] = translate(trimmed(parts), values);
    return [between(outerSpace(parts), translated), placed];
  };
}

/** What Angular puts before a text: its meaning, between colons. */
const META = /^(?::(?:\\.|[^\\:])*:)?/;

/** A template that is written over more lines has spaces at the ends of its text. It is the same text, with the same translation. */
function trimmed(parts: TemplateStringsArray): TemplateStringsArray {
  return eachPart(parts, (text, isFirst, isLast) => {
    const meta = isFirst ? (META.exec(text)?.[0] ?? '') : '';
    const rest = text.slice(meta.length);
    const begun = isFirst ? rest.trimStart() : rest;
    return meta + (isLast ? begun.trimEnd() : begun);
  });
}

function outerSpace(parts: TemplateStringsArray): readonly [string, string] {
  const first = (parts.raw[0] ?? '').replace(META, '');
  return [/^\s*/.exec(first)?.[0] ?? '', /\s*$/.exec(parts.at(-1) ?? '')?.[0] ?? ''];
}

function between([before, after]: readonly [string, string], parts: TemplateStringsArray): TemplateStringsArray {
  return eachPart(parts, (text, isFirst, isLast) => (isFirst ? before : '') + text + (isLast ? after : ''));
}

function eachPart(
  parts: TemplateStringsArray,
  change: (text: string, isFirst: boolean, isLast: boolean) => string,
): TemplateStringsArray {
  const changed = (texts: readonly string[]) =>
    texts.map((text, place) => change(text, place === 0, place === texts.length - 1));
  return Object.assign(changed(parts), { raw: changed(parts.raw) });
}
