import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  type GraphQLNamedType,
  type GraphQLSchema,
  type IntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { dataOf, post } from '../support/requests/graphql.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer({ PLAYGROUND: 'on' });

describe('the schema, as the server tells it to whoever asks', () => {
  it('lets every type, field, argument and enum value say what it is for', async () => {
    const told = dataOf(await post<IntrospectionQuery>(server.url, getIntrospectionQuery()));
    expect(bareElementsOf(buildClientSchema(told))).toEqual([]);
  });
});

describe('the search for what does not explain itself', () => {
  it.each([
    ['a type', 'type Room', 'Room'],
    ['a field', 'topic: String', 'Room.topic'],
    ['an argument', 'first: Int', 'Room.messages(first:)'],
    ['a field of an interface', 'at: String', 'Event.at'],
    ['a field of an input', 'name: String', 'RoomInput.name'],
    ['an enum value', 'PUBLIC', 'Visibility.PUBLIC'],
    ['a scalar', 'scalar Cursor', 'Cursor'],
  ])('finds %s', (_, element, place) => {
    const bare = EXPLAINED.replace(new RegExp(`"[^"]*" (?=${element})`), '');
    expect(bareElementsOf(buildSchema(bare))).toEqual([place]);
  });

  it('takes blanks for nothing, and a name alone for nothing', () => {
    expect(bareElementsOf(buildSchema(EXPLAINED.replace('"What it is about." topic', '" " topic')))).toEqual([
      'Room.topic',
    ]);
    expect(bareElementsOf(buildSchema(EXPLAINED.replace('"What it is about." topic', '"The topic." topic')))).toEqual([
      'Room.topic',
    ]);
  });

  it('is content where everything is explained', () => {
    expect(bareElementsOf(buildSchema(EXPLAINED))).toEqual([]);
  });
});

const EXPLAINED = `
  "Where people talk." type Room {
    "What it is about." topic: String
    "What was said." messages("At most 100." first: Int): String
  }
  "Something that happened." interface Event { "By the server's clock." at: String }
  "What a new one needs." input RoomInput { "In one line." name: String }
  "Who may see it." enum Visibility { "Anyone." PUBLIC }
  "A place in a list." scalar Cursor
`;

interface Element {
  readonly place: string;
  readonly name: string;
  readonly description?: string | null | undefined;
}

function bareElementsOf(schema: GraphQLSchema): string[] {
  const own = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  return own
    .flatMap(elementsOf)
    .filter((element) => !isExplained(element))
    .map(({ place }) => place);
}

/** Something more is said than the name once again. */
function isExplained({ name, description }: Element): boolean {
  const wordsOf = (text: string) =>
    text
      .toLowerCase()
      .replace(/^(the|a|an) /, '')
      .replace(/[^a-z0-9]/g, '');
  const said = wordsOf(description ?? '');
  return said !== '' && said !== wordsOf(name);
}

function elementsOf(type: GraphQLNamedType): Element[] {
  return [{ place: type.name, name: type.name, description: type.description }, ...partsOf(type)];
}

function partsOf(type: GraphQLNamedType): Element[] {
  const named = ({ name, description }: Omit<Element, 'place'>): Element => ({
    place: `${type.name}.${name}`,
    name,
    description,
  });
  if (isEnumType(type)) return type.getValues().map(named);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(named);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    named(field),
    ...field.args.map(({ name, description }) => ({
      place: `${type.name}.${field.name}(${name}:)`,
      name,
      description,
    })),
  ]);
}
