import { Injectable } from '@nestjs/common';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Actor } from '../caller/index.js';

/** A selection, as an operation that can be executed: what is asked for stands below `events { event }`. */
export interface ReadSelection {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
}

/** Knows the schema, and what bots may ask of it. Throws `BadSelection`. */
export interface SelectionReader {
  read(selection: string, bot: Actor): ReadSelection;
}

/** Who reads selections stands above all that has a part in the schema, and comes here at the start. */
@Injectable()
export class Selections implements SelectionReader {
  private reader: SelectionReader | undefined;

  register(reader: SelectionReader): void {
    this.reader = reader;
  }

  read(selection: string, bot: Actor): ReadSelection {
    if (!this.reader) throw new Error('A selection was read before anybody was there to read it.');
    return this.reader.read(selection, bot);
  }
}
