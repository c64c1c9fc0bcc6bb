import { lazily, replaceInvisible } from '../runtime/index.js';
import { withoutPiles } from '../text/index.js';

/** What a page says of itself in its head. */
export interface PageFacts {
  readonly title: string | null;
  readonly description: string | null;
  readonly siteName: string | null;
  /** As it is written there: perhaps relative, perhaps no address at all. */
  readonly picture: string | null;
}

const MAX_TITLE = 200;
const MAX_DESCRIPTION = 400;
const MAX_SITE_NAME = 80;

/** By which names pages say it, those that are meant for previews first. */
const NAMES = {
  title: ['og:title', 'twitter:title', 'title'],
  description: ['og:description', 'twitter:description', 'description'],
  siteName: ['og:site_name', 'application-name'],
  picture: ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src', 'image_src'],
} as const;
const ALL_NAMES: ReadonlySet<string> = new Set(Object.values(NAMES).flat());

/** Loaded with the first page that is read. */
const htmlparser = lazily(() => import('htmlparser2'));

/** Reads the head of a page, as browsers would: whatever is wrong in it. */
export async function factsOf(html: string): Promise<PageFacts> {
  const said = await headOf(html);
  const first = (names: readonly string[], max: number): string | null =>
    names.map((name) => shownText(said.get(name) ?? '', max)).find((text) => text !== '') ?? null;
  const picture = NAMES.picture.map((name) => said.get(name)?.trim() ?? '').find((address) => address !== '');
  return {
    title: first(NAMES.title, MAX_TITLE),
    description: first(NAMES.description, MAX_DESCRIPTION),
    siteName: first(NAMES.siteName, MAX_SITE_NAME),
    picture: picture ?? null,
  };
}

/** By each name what is said first. */
async function headOf(html: string): Promise<ReadonlyMap<string, string>> {
  const said = new Map<string, string>();
  const note = (name: string, value: string): void => {
    if (ALL_NAMES.has(name) && value.trim() !== '' && !said.has(name)) said.set(name, value);
  };
  const { Parser } = await htmlparser();
  let title: string | null = null;
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'title') title ??= '';
      else if (tag === 'meta') note(nameIn(attributes), attributes.content ?? '');
      else if (tag === 'link' && isPicture(attributes)) note('image_src', attributes.href ?? '');
      // Nothing is to be found from here on, but what somebody else wrote there.
      else if (tag === 'body') parser.pause();
    },
    ontext(text) {
      if (title !== null && title.length < MAX_TITLE * 4) title += text;
    },
    onclosetag(tag) {
      if (tag !== 'title' || title === null) return;
      note('title', title);
      title = null;
    },
  });
  parser.end(html);
  return said;
}

function nameIn({ property, name }: Readonly<Record<string, string>>): string {
  return (property ?? name ?? '').trim().toLowerCase();
}

function isPicture({ rel = '' }: Readonly<Record<string, string>>): boolean {
  return rel.toLowerCase().split(/\s+/).includes('image_src');
}

/** In one line, without what nobody sees or what turns the direction of writing, of bounded length. */
function shownText(written: string, max: number): string {
  const line = withoutPiles(
    replaceInvisible(
      written
        .slice(0, max * 8)
        .toWellFormed()
        .normalize('NFC'),
      ' ',
    ),
  )
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length <= max
    ? line
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}
