import { globSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  type FieldNode,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { ConcreteRequest, NormalizationSelection } from 'relay-runtime';
import { describe, expect, it } from 'vitest';
import events from '../support/relay/relayEventsSubscription.graphql.js';
import node from '../support/relay/relayNodeQuery.graphql.js';
import rooms from '../support/relay/relayRoomsQuery.graphql.js';
import send from '../support/relay/relaySendMutation.graphql.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const ARTIFACTS = globSync('test/support/relay/*.graphql.ts');

/** A field of an operation, as Relay's runtime reads its answer. */
interface Read {
  readonly name: string;
  readonly isLeaf: boolean;
  readonly isList: boolean;
  readonly concreteType: string | null;
}

// Relay's compiler is too large to install. What it made is compared with the schema of today.
describe.each([events, node, rooms, send].map((request) => [request.params.name, request] as const))(
  'what Relay’s compiler made of %s',
  (_, request) => {
    const document = parse(request.params.text ?? '');

    it('is an operation of the schema', () => {
      expect(validate(schema, document)).toEqual([]);
    });

    it('reads each field as the schema has it', () => {
      const info = new TypeInfo(schema);
      const fields: Read[] = [];
      const enter = ({ name, selectionSet }: FieldNode) => {
        const type = info.getType();
        if (!type) throw new Error(`The schema has no ${name.value}.`);
        const named = getNamedType(type);
        fields.push({
          name: name.value,
          isLeaf: isLeafType(named) && !selectionSet,
          isList: !isLeafType(named) && isListType(getNullableType(type)),
          concreteType: isObjectType(named) ? named.name : null,
        });
      };
      visit(document, visitWithTypeInfo(info, { [Kind.FIELD]: { enter } }));
      expect(readBy(request).toSorted(byName)).toEqual(fields.toSorted(byName));
    });
  },
);

it('every artifact is compared', () => {
  expect(ARTIFACTS).toHaveLength(4);
});

it.each(ARTIFACTS)('the inputs in %s have the fields of the schema', (artifact) => {
  const declared = readFileSync(artifact, 'utf8').matchAll(/^export type (?<name>\w+) = \{\n(?<fields>.*?)^\};/gms);
  for (const { groups } of declared) {
    const type = schema.getType(groups?.name ?? '');
    if (!isInputObjectType(type)) continue;
    const fields = [...(groups?.fields ?? '').matchAll(/^ {2}(?<field>\w+)\??:/gm)];
    expect(fields.map((field) => field.groups?.field)).toEqual(Object.keys(type.getFields()).toSorted());
  }
});

function readBy({ operation }: ConcreteRequest): Read[] {
  const fieldsIn = (selections: readonly NormalizationSelection[]): Read[] =>
    selections.flatMap((selection) => {
      switch (selection.kind) {
        case 'ScalarField':
          return [{ name: selection.name, isLeaf: true, isList: false, concreteType: null }];
        case 'LinkedField': {
          const { name, plural, concreteType, selections: below } = selection;
          return [{ name, isLeaf: false, isList: plural, concreteType: concreteType ?? null }, ...fieldsIn(below)];
        }
        case 'InlineFragment':
          return fieldsIn(selection.selections);
        default:
          throw new Error(`Nothing is known of a ${selection.kind}.`);
      }
    });
  return fieldsIn(operation.selections);
}

function byName(one: Read, other: Read): number {
  return one.name.localeCompare(other.name);
}
