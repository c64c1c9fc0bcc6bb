import { GraphQLScalarType } from 'graphql';
import GraphQLUpload from 'graphql-upload/GraphQLUpload.mjs';
import type { FileUpload } from 'graphql-upload/processRequest.mjs';
import { UploadCutOff } from './files.errors.js';
import type { IncomingFile } from './incoming-file.js';

export type Uploading = Promise<FileUpload>;

/** A part of a multipart request; any other value is refused. */
export const Upload = new GraphQLScalarType<Uploading, never>({
  name: 'Upload',
  description: 'A file part of a multipart request (GraphQL multipart request specification).',
  specifiedByURL: 'https://github.com/jaydenseric/graphql-multipart-request-spec',
  parseValue: (value) => GraphQLUpload.parseValue(value),
  parseLiteral: (node) => GraphQLUpload.parseLiteral(node, undefined),
  serialize: (value) => GraphQLUpload.serialize(value),
});

/** Waits until the part arrives. */
export async function incomingFileOf(uploading: Uploading): Promise<IncomingFile> {
  try {
    const { filename, createReadStream } = await uploading;
    return { name: filename, open: () => createReadStream() };
  } catch {
    throw new UploadCutOff();
  }
}
