import path from 'node:path';
import { ɵmakeTemplateObject as makeTemplateObject, ɵparseMessage as parseLocalized } from '@angular/localize';
import { createCompilerHost, createProgram, readConfiguration } from '@angular/compiler-cli';
import ts from 'typescript';
import { fromRoot } from '../bootstrap/root.mjs';

const APP = fromRoot('client/src/app');

/**
 * All that the client says, in the order in which it stands in the sources: what `$localize` is called with once Angular has compiled the
 * templates. Of each: its key, its text, its folder (a feature's name, or core, feed, shared or app), its file, the names of its placeholders.
 */
export async function messagesOfClient() {
  const compiled = await compile();
  return compiled
    .toSorted((a, b) => (a.source < b.source ? -1 : 1))
    .flatMap(({ source, text }) =>
      messagesIn(text).map((message) => ({ ...message, file: source, folder: folderOf(source) })),
    );
}

/** One text can mean two things: then it is marked with what it means, and its key has that ahead of a bar. */
export function keyOf({ meaning, text }) {
  return meaning ? `${meaning}|${text}` : text;
}

async function compile() {
  const { options, rootNames, errors } = readConfiguration(fromRoot('client/tsconfig.app.json'), { noEmit: false });
  if (errors.length > 0) throw new Error(ts.formatDiagnostics(errors, ts.createCompilerHost(options)));
  const host = createCompilerHost({ options });
  const compiled = [];
  host.writeFile = (_name, text, _mark, _onError, sources = []) => {
    if (text.includes('$localize')) compiled.push({ text, source: path.relative(APP, sources[0].fileName) });
  };
  const program = createProgram({ rootNames, options, host });
  await program.compiler.analyzeAsync();
  program.emit();
  return compiled;
}

function messagesIn(text) {
  const found = [];
  const tree = ts.createSourceFile('compiled.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  visit(tree);
  return found;

  function visit(node) {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText(tree) === '$localize')
      found.push(messageOf(node.template));
    ts.forEachChild(node, visit);
  }
}

function messageOf(template) {
  const parts = ts.isTemplateExpression(template)
    ? [template.head, ...template.templateSpans.map(({ literal }) => literal)]
    : [template];
  const localized = makeTemplateObject(
    parts.map(({ text }) => text),
    parts.map(({ rawText }) => rawText),
  );
  const { text, meaning, placeholderNames } = parseLocalized(localized, Array(parts.length - 1).fill(''));
  const message = { text: text.trim(), meaning, placeholders: placeholderNames };
  return { ...message, key: keyOf(message) };
}

function folderOf(source) {
  const [layer, feature] = source.split(path.sep);
  return layer === 'features' ? feature : layer.endsWith('.ts') ? 'app' : layer;
}
