import { randomUUID } from 'node:crypto';

/** Names the operations of one socket, one after the other. */
export type NewOperationId = () => string;

/** As graphql-ws's client, urql and Apollo make them: no two sockets ever get the same bytes. */
export function randomIds(): NewOperationId {
  return () => randomUUID();
}

/** Each socket counts its own from 1, so that subscribers who asked for the same have the same id. */
export function equalIds(): NewOperationId {
  let last = 0;
  return () => {
    last += 1;
    return String(last);
  };
}
