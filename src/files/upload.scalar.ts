import { GraphQLError, GraphQLScalarType } from 'graphql';
import type { IncomingFile } from './incoming-file.js';

/** The file of a multipart request, in its place among the variables. Nothing that is written as JSON can be one. */
export class Part implements IncomingFile {
  readonly name: string | undefined;

  constructor(private readonly file: IncomingFile) {
    this.name = file.name;
  }

  open(): AsyncIterable<Buffer> {
    return this.file.open();
  }
}

/** A part of a multipart request; any other value is refused. */
export const Upload = new GraphQLScalarType<Part, never>({
  name: 'Upload',
  description: 'A file part of a multipart request (GraphQL multipart request specification).',
  specifiedByURL: 'https://github.com/jaydenseric/graphql-multipart-request-spec',
  parseValue: (value) => {
    if (value instanceof Part) return value;
    throw new NotAPart();
  },
  parseLiteral: () => {
    throw new NotAPart();
  },
  serialize: () => {
    throw new NotAPart();
  },
});

class NotAPart extends GraphQLError {
  constructor() {
    super('A file is sent as a part of a multipart request.');
  }
}
