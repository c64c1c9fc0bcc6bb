import fc from 'fast-check';
import { buildSchema, execute, type GraphQLObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { BatchScope, executePlanned, holdsSharedParts, type Shown, sharedJson } from '#server/graphql/index.js';

const SDL = `
  type Query { room(id: ID): Room, rooms: [Room!]! }
  type Room { page: Page, name: String }
  type Page { entries(longer: Int): [Entry!]!, news: [News!]!, mine: String, size: Int! }
  type Entry { text: String, late: String, broken: String, by: Person }
  type Person { name: String, mine: String }
  interface News { id: ID, about: String }
  type Joined implements News { id: ID, about: String }
`;
const ENTRIES = '{ room { page { entries { text late } size } } }';

describe('what is the same for all who may read it', () => {
  it('is found and written down once for all who ask the same, also before that is done', async () => {
    const { ask, texts } = aHouse();
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(ENTRIES)));
    expect(texts()).toBe(3);
    expect(new Set(answers.map(sharedJson)).size).toBe(1);
    expect(new Set(answers.map(({ data }) => pageIn(data))).size).toBe(1);
    expect(answers.every(holdsSharedParts)).toBe(true);
  });

  it('is another thing where another object is given, or something else is asked of it', async () => {
    const house = aHouse();
    const [first] = await Promise.all([house.ask(ENTRIES)]);
    expect(pageIn((await house.ask(`# again\n${ENTRIES}`)).data)).not.toBe(pageIn(first.data));
    house.turn();
    expect(pageIn((await house.ask(ENTRIES)).data)).not.toBe(pageIn(first.data));
  });

  it.each([
    ['a field of the viewer', '{ room { page { size mine } } }'],
    ['one in a fragment', '{ room { page { ...P } } } fragment P on Page { entries { by { ... { mine } } } }'],
    ['one of what an interface may turn out to be', '{ room { page { news { about } } } }'],
    ['a variable', 'query ($n: Int) { room { page { entries(longer: $n) { text } } } }'],
  ])('is not what holds %s', async (_, text) => {
    const { ask } = aHouse();
    const [first, second] = await Promise.all([ask(text, 'ada'), ask(text, 'ben')]);
    expect(pageIn(first.data)).not.toBe(pageIn(second.data));
    expect(holdsSharedParts(first)).toBe(false);
  });

  it('shows each their own beside it', async () => {
    const { ask } = aHouse();
    const text = '{ room { page { size mine } } }';
    const [first, second] = await Promise.all([ask(text, 'ada'), ask(text, 'ben')]);
    expect(first.data).toMatchObject({ room: { page: { mine: 'ada' } } });
    expect(second.data).toMatchObject({ room: { page: { mine: 'ben' } } });
  });

  it('is told with its errors to each, and nobody is given what is left of it without them', async () => {
    const { ask } = aHouse();
    const text = '{ room { page { entries { text broken late } } } }';
    const answers = await Promise.all([ask(text), ask(text), ask(text)]);
    for (const { errors } of [...answers, await ask(text)]) expect(errors).toHaveLength(3);
  });

  it('is not given to whoever has to know all that an answer shows', async () => {
    const { ask } = aHouse();
    await ask(ENTRIES);
    expect(holdsSharedParts(await ask(ENTRIES, 'ada', (what) => what))).toBe(false);
  });

  it('is answered as graphql-js answers it, to the letter, whoever asks for what at the same time', async () => {
    const house = aHouse();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(selection, fc.constantFrom('ada', 'ben'), fc.boolean())), async (asked) => {
        const answers = await Promise.all(
          asked.map(async ([fields, viewer, isLast]) => {
            const text = `{ room { name page { ${fields} } } rooms { page { ${fields} } } }`;
            const answer = house.ask(text, viewer);
            const expected = house.expected(text, viewer);
            if (isLast) house.turn();
            return { answer: await answer, expected: await expected };
          }),
        );
        for (const { answer, expected } of answers) {
          expect(sharedJson(answer.data)).toBe(JSON.stringify(expected.data));
          expect(sorted(answer.errors)).toEqual(sorted(expected.errors));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of any shape is written as JSON writes it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sharedJson({ value, none: undefined })).toBe(JSON.stringify({ value, none: undefined }));
      }),
    );
  });
});

const selection = fc
  .uniqueArray(
    fc.constantFrom(
      'size',
      'mine',
      'entries { text late }',
      'entries { broken }',
      'entries { by { name } }',
      'entries { by { mine } }',
      'news { id }',
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((fields) => fields.map((field, at) => `f${String(at)}: ${field}`).join(' '));

/** A room with a page that is the same object until the page is turned. */
function aHouse() {
  const schema = buildSchema(SDL);
  const mark = (type: string, field: string, extensions: Record<string, boolean>): void => {
    const found = (schema.getType(type) as GraphQLObjectType).getFields()[field];
    if (found) found.extensions = extensions;
  };
  mark('Room', 'page', { sameForReaders: true });
  for (const type of ['Page', 'Person']) mark(type, 'mine', { viewerDependent: true });
  mark('Joined', 'about', { viewerDependent: true });
  let texts = 0;
  const mine = (_: unknown, { viewer }: Asker): string => viewer;
  const entry = (n: number) => ({
    text: () => `${String((texts += 1) * 0)} "${String(n)}" ü`,
    late: () => new Promise((resolve) => setImmediate(resolve, 'late')),
    broken: () => Promise.reject(new Error('Broken.')),
    by: { name: 'Ada', mine },
  });
  const aPage = () => ({
    size: 3,
    entries: [entry(1), entry(2), entry(3)],
    news: [{ __typename: 'Joined', id: '1', about: mine }],
    mine,
  });
  let page = aPage();
  const room = { name: 'Kitchen', page: () => Promise.resolve(page) };
  const rootValue = { room, rooms: [room, room] };
  const documents = new Map<string, ReturnType<typeof parse>>();
  const documentOf = (text: string) => {
    const document = documents.get(text) ?? parse(text);
    documents.set(text, document);
    return document;
  };
  const argsOf = (text: string, contextValue: Asker) => ({
    schema,
    document: documentOf(text),
    rootValue,
    contextValue,
  });
  return {
    ask: async (text: string, viewer = 'ada', notesShown?: (what: Shown) => void) =>
      executePlanned(argsOf(text, new Asker(viewer, notesShown))),
    expected: async (text: string, viewer: string) => execute(argsOf(text, new Asker(viewer))),
    turn: () => (page = aPage()),
    texts: () => texts,
  };
}

class Asker extends BatchScope {
  constructor(
    readonly viewer: string,
    notesShown?: (what: Shown) => void,
  ) {
    super();
    if (notesShown) Object.assign(this, { notesShown });
  }
}

function pageIn(data: unknown): unknown {
  return (data as { room: { page: unknown } }).room.page;
}

function sorted(errors: readonly object[] | undefined): string[] | undefined {
  return errors?.map((error) => JSON.stringify(error)).toSorted();
}
