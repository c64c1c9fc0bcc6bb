import type { RequestHandler, Response } from 'express';
import type { Settings } from '../../config/index.js';
import { asGraphQL, Refusal } from '../../errors/index.js';
import { readGraphQLForm } from './graphql-form.js';
import { linger } from './linger.js';

/** Reads GraphQL requests that carry a file (GraphQL multipart request specification); passes all others on. */
export function graphqlUploads({ uploadMaxBytes }: Settings): RequestHandler {
  return (request, response, next) => {
    if (!request.is('multipart/form-data')) {
      next();
      return;
    }
    linger(request, response, () => {
      readGraphQLForm(request, response, uploadMaxBytes).then(
        (operation) => {
          request.body = operation;
          next();
        },
        (error: unknown) => {
          if (error instanceof Refusal) refuse(response, error);
          else next(error);
        },
      );
    });
  };
}

/** The request never becomes an operation, so nobody else will put this into GraphQL's form. */
function refuse(response: Response, refusal: Refusal): void {
  const { status, headers, body } = asGraphQL(refusal);
  response.status(status).set(headers).json(body);
}
