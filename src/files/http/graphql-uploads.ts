import type { RequestHandler, Response } from 'express';
import processRequest from 'graphql-upload/processRequest.mjs';
import type { Settings } from '../../config/index.js';
import { linger } from './linger.js';

const MOST_BYTES_OF_QUERY = 128 * 1024;

/** Reads GraphQL requests that carry a file (GraphQL multipart request specification); passes all others on. */
export function graphqlUploads({ uploadMaxBytes }: Settings): RequestHandler {
  // One byte more than is taken: busboy stops already where a file reaches its bound, and would refuse the largest one.
  const bounds = { maxFiles: 1, maxFileSize: uploadMaxBytes + 1, maxFieldSize: MOST_BYTES_OF_QUERY };
  return (request, response, next) => {
    if (!request.is('multipart/form-data')) {
      next();
      return;
    }
    linger(request, response, () => {
      processRequest(request, response, bounds).then(
        (operations) => {
          request.body = operations;
          next();
        },
        (error: unknown) => {
          refuse(response, error);
        },
      );
    });
  };
}

/** The request never becomes an operation, so nobody else will put this into GraphQL's form. */
function refuse(response: Response, error: unknown): void {
  const tooLarge = error instanceof Error && 'status' in error && error.status === 413;
  const code = tooLarge ? 'PAYLOAD_TOO_LARGE' : 'BAD_USER_INPUT';
  const message = tooLarge
    ? 'This request is too large: one file at a time, and a short query.'
    : 'This is not a GraphQL multipart request: the fields operations and map first, then the file.';
  response.status(tooLarge ? 413 : 400).json({ errors: [{ message, extensions: { code } }] });
}
