/** The layers of client/src/app/, the lowest first: each may import itself and those before it. */
const layers = ['shared', 'core', 'feed', 'features'];
const app = '^client/src/app';

export const clientRules = [
  ...layers.slice(0, -1).map((layer, index) => ({
    name: `client-${layer}-looks-down`,
    comment: `client ${layer}/ may import ${layers.slice(0, index).join(', ') || 'nothing of ours'}.`,
    severity: 'error',
    from: { path: `${app}/${layer}/` },
    to: { path: `${app}/`, pathNot: `${app}/(?:${layers.slice(0, index + 1).join('|')})/` },
  })),
  {
    name: 'client-features-see-no-app',
    comment: 'The routes know the features, never the other way round.',
    severity: 'error',
    from: { path: `${app}/features/` },
    to: { path: `${app}/`, pathNot: `${app}/(?:${layers.join('|')})/` },
  },
  {
    name: 'client-every-folder-has-its-layer',
    comment: 'A folder of client/src/app that is none of the layers.',
    severity: 'error',
    from: { path: `${app}/[^/]+/`, pathNot: `${app}/(?:${layers.join('|')})/` },
    to: {},
  },
  {
    name: 'client-features-are-entered-by-the-door',
    comment: "From another feature, a feature's index.ts, and later.ts for what is loaded when it is opened.",
    severity: 'error',
    from: { path: `${app}/features/([^/]+)/` },
    to: {
      path: `${app}/features/[^/]+/.`,
      pathNot: [`${app}/features/$1/`, `${app}/features/[^/]+/(?:index|later)[.]ts$`],
    },
  },
  {
    name: 'client-data-stays-at-home',
    comment: 'Requests are made by the folder that has them in its data/; others ask its stores.',
    severity: 'error',
    from: { path: `${app}/(.+?)/(?:data/)?[^/]+$` },
    to: { path: `${app}/.+/data/`, pathNot: `${app}/$1/data/` },
  },
  {
    name: 'client-doors-hand-out-no-data',
    comment: 'The doors of a feature lead to its stores and components, not to its requests.',
    severity: 'error',
    from: { path: `${app}/features/[^/]+/(?:index|later)[.]ts$` },
    to: { path: '/data/' },
  },
  {
    name: 'client-and-server-share-schema-rules-and-markdown',
    comment: 'Beside the schema both build src/rules and src/markdown, each by its index.ts.',
    severity: 'error',
    from: { path: '^(client|src)/' },
    to: { path: '^(?:client|src)/', pathNot: ['^$1/', '^src/(?:rules|markdown)/index[.]ts$'] },
  },
  {
    name: 'what-both-build-needs-no-package',
    comment: 'What the browser builds as well needs no package either.',
    severity: 'error',
    from: { path: '^src/(?:rules|markdown)/' },
    to: { pathNot: '^src/' },
  },
];
