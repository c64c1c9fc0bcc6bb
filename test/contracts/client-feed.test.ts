import { globSync, readFileSync } from 'node:fs';
import { parse, separateOperations, visit } from 'graphql';
import { expect, it } from 'vitest';

const documents = parse(
  globSync('client/src/app/**/*.graphql')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n'),
);

function fieldsOf(operation: string): string[] {
  const fields: string[] = [];
  const document = separateOperations(documents)[operation];
  if (!document) throw new Error(`The client has no operation ${operation}.`);
  visit(document, { Field: ({ name }) => void fields.push(name.value) });
  return fields;
}

it('the feed of the client asks for nothing that depends on who looks, so that an event is executed once for all', () => {
  const isViewers = (field: string) => field.startsWith('viewer');
  expect(fieldsOf('OpenRoom').filter(isViewers)).toEqual(expect.arrayContaining(['viewerMembership', 'viewerState']));
  expect(fieldsOf('Events').filter(isViewers)).toEqual([]);
});
