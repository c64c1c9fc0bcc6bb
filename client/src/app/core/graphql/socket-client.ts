// A file of its own, so that this is loaded when it is needed, and nothing else of the package: its server's side is in it as well.
export { createClient } from 'graphql-ws';
