import {
  type DocumentNode,
  getNamedType,
  GraphQLError,
  type GraphQLSchema,
  isLeafType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { NotForBots, ScopeMissing } from '../../auth/index.js';
import { mayAskViewerFor, neededToSee } from '../../bots/index.js';
import type { Actor } from '../../caller/index.js';
import type { Refusal } from '../../errors/index.js';

/** What a document asks for, as far as it decides whether a bot may: found out once, and gone with the document. */
interface AskedFor {
  readonly types: ReadonlySet<string>;
  readonly ofViewer: ReadonlySet<string>;
}

const known = new WeakMap<DocumentNode, AskedFor>();

/**
 * Why a bot may not ask for what an operation selects; nothing for people. The document is looked at as a whole before anything is done: a subscription is executed for many, in
 * nobody's name, and a change is not made and then kept from whoever made it.
 */
export function refusalToBot(
  viewer: Actor | null,
  { schema, document }: { readonly schema: GraphQLSchema; readonly document: DocumentNode },
): GraphQLError | undefined {
  if (!viewer?.bot) return undefined;
  const { types, ofViewer } = askedFor(schema, document);
  const needed = new Set([...types].map(neededToSee));
  if (needed.has('a person') || [...ofViewer].some((field) => !mayAskViewerFor(field)))
    return refused(new NotForBots());
  const lacks = needed.has('MESSAGES_READ') && !viewer.bot.scopes.has('MESSAGES_READ');
  return lacks ? refused(new ScopeMissing(['MESSAGES_READ'])) : undefined;
}

function refused(refusal: Refusal): GraphQLError {
  return new GraphQLError(refusal.message, { originalError: refusal, extensions: { http: { status: 403 } } });
}

function askedFor(schema: GraphQLSchema, document: DocumentNode): AskedFor {
  const found = known.get(document) ?? find(schema, document);
  known.set(document, found);
  return found;
}

function find(schema: GraphQLSchema, document: DocumentNode): AskedFor {
  const [types, ofViewer] = [new Set<string>(), new Set<string>()];
  const info = new TypeInfo(schema);
  const note = (name: string | undefined): void => {
    // What the schema says of itself is no secret, where it is shown at all.
    if (name !== undefined && !name.startsWith('__')) types.add(name);
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: ({ name }) => {
        const parent = info.getParentType()?.name;
        const type = getNamedType(info.getType());
        note(parent);
        if (type && !isLeafType(type)) note(type.name);
        if (parent === 'Viewer' && name.value !== '__typename') ofViewer.add(name.value);
      },
      InlineFragment: ({ typeCondition }) => {
        note(typeCondition?.name.value);
      },
      FragmentDefinition: ({ typeCondition }) => {
        note(typeCondition.name.value);
      },
    }),
  );
  return { types, ofViewer };
}
