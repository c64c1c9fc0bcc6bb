/** What is published knows the server by its API alone. */
export const packageRules = [
  {
    name: 'packages-see-no-house',
    comment: 'What is published is installed without src/ and client/.',
    severity: 'error',
    from: { path: '^packages/' },
    to: { path: '^(?:src|client)/' },
  },
  {
    name: 'packages-are-entered-by-their-names',
    comment: 'A package imports another one as whoever has installed it: by its name.',
    severity: 'error',
    from: { path: '^packages/([^/]+)/' },
    to: { path: '^packages/[^/]+/src/', pathNot: '^packages/$1/' },
  },
  {
    name: 'the-client-builds-the-core-of-the-sdk',
    comment: 'Of the packages the client builds the core of the SDK, by its index.ts. The server needs none.',
    severity: 'error',
    from: { path: '^(?:client|src)/' },
    to: { path: '^packages/', pathNot: '^packages/sdk/src/core/index[.]ts$' },
  },
  {
    name: 'the-core-of-the-sdk-needs-nothing',
    comment: 'What the browser builds as well needs neither a package nor the rest of the SDK.',
    severity: 'error',
    from: { path: '^packages/sdk/src/core/' },
    to: { pathNot: '^packages/sdk/src/core/' },
  },
];
