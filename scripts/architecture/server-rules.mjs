const ground = ['rules', 'markdown', 'runtime', 'errors', 'text', 'graphql'];
const platform = ['config', 'database', 'log', 'caller', 'audit', 'bus', 'reactors', 'storage'];
const features = [
  'users',
  'auth',
  'administration',
  'rooms',
  'files',
  'threads',
  'messages',
  'reading',
  'reactions',
  'mentions',
  'saved-messages',
  'presence',
  'server-info',
];

/** What each folder of src/ may import, besides itself. A new folder takes its place in the house here. */
const mayImport = {
  rules: [],
  markdown: [],
  runtime: [],
  errors: ['runtime'],
  text: ['rules', 'runtime', 'errors'],
  graphql: ['rules', 'runtime', 'errors', 'text'],
  config: [...ground],
  database: [...ground, 'config'],
  log: [...ground, 'config', 'database'],
  caller: ['errors', 'graphql', 'log'],
  audit: [...ground, 'config', 'database'],
  bus: [...ground, 'config', 'log'],
  reactors: [...ground, 'config', 'database', 'log', 'bus'],
  storage: [...ground, 'config'],
  backup: [...ground, 'config', 'database', 'storage'],
  users: [...ground, ...platform],
  auth: [...ground, ...platform, 'users'],
  administration: [...ground, ...platform, 'users', 'auth'],
  rooms: [...ground, ...platform, 'users', 'auth'],
  files: [...ground, ...platform, 'users', 'auth', 'rooms'],
  threads: [...ground, ...platform, 'users', 'auth', 'rooms'],
  messages: [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads'],
  reading: [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads', 'messages'],
  reactions: [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads', 'messages'],
  mentions: [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads', 'messages', 'reading'],
  'saved-messages': [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads', 'messages'],
  'server-info': [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads', 'messages'],
  presence: [...ground, ...platform, 'users', 'auth', 'rooms'],
  feed: [...ground, ...platform, ...features],
  api: [...ground, ...platform, ...features, 'feed'],
};

const folders = Object.keys(mayImport);

export const serverRules = [
  ...folders.map((folder) => ({
    name: `${folder}-looks-down-or-left`,
    comment: `src/${folder} may import ${mayImport[folder].join(', ') || 'nothing of ours'}.`,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: { path: '^src/[^/]+/', pathNot: `^src/(?:${[folder, ...mayImport[folder]].join('|')})/` },
  })),
  {
    name: 'every-folder-has-its-place',
    comment: 'A folder of src/ that the table above does not know.',
    severity: 'error',
    from: { path: '^src/[^/]+/', pathNot: `^src/(?:${folders.join('|')})/` },
    to: {},
  },
  {
    name: 'nobody-sees-compose',
    comment: 'The files at the top of src/ put everything together; nothing in the folders knows them.',
    severity: 'error',
    from: { path: '^src/[^/]+/' },
    to: { path: '^src/[^/]+$' },
  },
  {
    name: 'folders-are-entered-by-the-door',
    comment: "From outside, a folder's index.ts alone.",
    severity: 'error',
    from: { path: '^src/([^/]+)' },
    to: { path: '^src/[^/]+/.', pathNot: ['^src/$1/', '^src/[^/]+/index[.]ts$'] },
  },
  {
    name: 'nobody-leaves-to-come-in',
    comment: 'Inside a folder its own index.ts is a circle in waiting.',
    severity: 'error',
    from: { path: '^src/([^/]+)/' },
    to: { path: '^src/$1/index[.]ts$' },
  },
  {
    name: 'the-server-runs-on-dependencies',
    comment: 'What the server needs when it runs is no devDependency.',
    severity: 'error',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
  },
];
