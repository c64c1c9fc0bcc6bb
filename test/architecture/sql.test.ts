import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Here SQL is written: beside the feature that owns the rows, and in what reaches the database at all. */
const PLACES = /\.queries\.ts$|^src\/database\//;
const FILES = globSync('src/**/*.ts').map((path) => path.replaceAll('\\', '/'));

/** What makes a text one of SQL's: how a statement begins, or a piece of one. */
const SQL = [
  /^\s*(select\b|with \w+ (\(|as)|insert (or \w+ )?into\b|update [\w"`$]+ set\b|delete from\b|replace into\b)/,
  /^\s*(begin|commit|rollback|savepoint|vacuum|attach|detach|pragma|explain|truncate|prepare|listen|notify)( |$)/,
  /^\s*(create|alter|drop) (unique )?(table|index|trigger|view)\b/,
  /\b(order|group) by [\w"`.($]/,
  /\bjoin [\w"`.]+ on\b/,
  /\bis (not )?null(?=$|\)| (and|or|order|group|limit)\b)/,
  /\bin \(select\b|\blimit (\?|\$\d)/,
  /[\w"`.)] ?(=|<>|<|>|<=|>=|like|between) ?(\?|\$\d)/,
];

/** What makes statements out of something else, or takes one as a text. */
const DOORS = new Set(['query', 'entityQuery', 'oncePer', 'raw', 'sql', 'CompiledQuery']);
const CALLS = new Set(['execute', 'executeQuery', 'createQueryBuilder', 'qb', 'getKysely', 'getKnex', 'raw']);

describe('SQL', () => {
  it('stands in a *.queries.ts, and nowhere else outside of the database', () => {
    expect(FILES.length).toBeGreaterThan(250);
    const others = FILES.filter((path) => !PLACES.test(path));
    expect(others.flatMap((path) => sqlIn(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each([
    `const FIND = 'select id from room';`,
    `const FIND = 'SELECT id FROM room';`,
    `const FIND = \`update session set \${what}\`;`,
    `this.database.find(Room, 'id = ? and name = ?');`,
    `const where = 'left_position is null';`,
    `const order = \`order by \${column}\`;`,
    `const BEGIN = 'begin exclusive';`,
    `import { query } from '../database/index.js';`,
    `import { raw } from '@mikro-orm/core';`,
    `await tx.em.getConnection().execute(TEXT);`,
    `tx.em.createQueryBuilder(Room);`,
  ])('is found in %s', (code) => {
    expect(sqlIn('src/rooms/rooms.service.ts', code)).toHaveLength(1);
  });

  it.each([
    `throw new Error('Update the server, or restore a backup.');`,
    `const description = 'Select a room, or delete one from the list.';`,
    `import { Database } from '../database/index.js';`,
    `const result = await execute(args);`,
    `this.execution.execute(args);`,
    `await tx.em.findOne(Room, { id });`,
    `const QUERY = 'query { rooms(first: 3) { nodes { id } } }';`,
  ])('is not found in %s', (code) => {
    expect(sqlIn('src/rooms/rooms.service.ts', code)).toEqual([]);
  });
});

function sqlIn(path: string, code: string): string[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const what = textOf(node) ?? doorOf(node);
    if (what === undefined) ts.forEachChild(node, look);
    else found.push(`${path}:${String(file.getLineAndCharacterOfPosition(node.getStart()).line + 1)} ${what}`);
  };
  look(file);
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return undefined;
  // Some write it in capitals; a sentence has one at its beginning.
  const text = node
    .getText()
    .slice(1, -1)
    .replaceAll(/\b[A-Z]{2,}\b/g, (word) => word.toLowerCase());
  return SQL.some((piece) => piece.test(text)) ? text : undefined;
}

function doorOf(node: ts.Node): string | undefined {
  if (ts.isImportSpecifier(node)) return DOORS.has((node.propertyName ?? node.name).text) ? node.getText() : undefined;
  const isCall = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression);
  if (!isCall || !CALLS.has(node.expression.name.text)) return undefined;
  // What GraphQL executes, and what executes it, is no statement.
  const on = node.expression.expression.getText();
  return /^this$|execution$/i.test(on) ? undefined : node.getText();
}
