import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { GraphQLError, Kind, parse, print } from 'graphql';
import type { Actor } from '../caller/index.js';
import { BadSelection, type ReadSelection, type SelectionReader, Selections } from '../webhooks/index.js';
import { Documents, MAX_TOKENS } from './documents.js';
import { refusalToBot } from './limits/asked-of-bots.js';
import { costWithinLimit } from './limits/cost.js';

/** Reads selections of webhooks: they pass what a subscription of a bot passes. */
@Injectable()
export class WebhookSelections implements SelectionReader, OnModuleInit {
  constructor(
    private readonly selections: Selections,
    private readonly documents: Documents,
    private readonly host: GraphQLSchemaHost,
  ) {}

  onModuleInit(): void {
    this.selections.register(this);
  }

  read(selection: string, bot: Actor): ReadSelection {
    const { schema } = this.host;
    const document = this.documents.find(schema, { query: operationWith(selection) });
    if (!('kind' in document)) throw new BadSelection(wordsOf(document));
    const asked = { schema, document };
    const cost = costWithinLimit(asked);
    const refusal = cost instanceof GraphQLError ? cost : refusalToBot(bot, asked);
    if (refusal) throw new BadSelection(refusal.message);
    return asked;
  }
}

/** It is written anew from what was parsed, so that nothing that a selection holds can stand outside of it. */
function operationWith(selection: string): string {
  const text = selection.trim();
  return `subscription { events { event ${selectionIn(text.startsWith('{') ? text : `{ ${text} }`)} } }`;
}

function selectionIn(text: string): string {
  const definitions = parsed(text);
  const [only] = definitions;
  if (definitions.length !== 1 || only?.kind !== Kind.OPERATION_DEFINITION || !text.startsWith('{'))
    throw new BadSelection('write one selection in braces, with inline fragments alone.');
  return print(only.selectionSet);
}

function parsed(text: string) {
  try {
    return parse(text, { maxLexicalTokens: MAX_TOKENS }).definitions;
  } catch (error) {
    throw new BadSelection(error instanceof Error ? error.message : String(error));
  }
}

function wordsOf(mistakes: readonly GraphQLError[]): string {
  return mistakes.map(({ message }) => message).join(' ');
}
