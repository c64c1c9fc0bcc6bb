import { describe, expect, it } from 'vitest';
import configuration from '../../.dependency-cruiser.mjs';
import { cruiseImports } from '../../scripts/architecture/cruise.mjs';
import { faultsOf, type SmallTree } from './small-tree.js';

// The picture once more, written down apart from the rules.
const ground = ['rules', 'markdown', 'runtime', 'errors', 'text', 'graphql'];
const platform = [
  'config',
  'database',
  'log',
  'caller',
  'audit',
  'bus',
  'reactors',
  'storage',
  'outgoing',
  'mail',
  'nodes',
];
const features = [
  'users',
  'auth',
  'rooms',
  'administration',
  'files',
  'threads',
  'reading',
  'blocking',
  'direct-rooms',
  'messages',
  'bots',
  'interactions',
  'reactions',
  'mentions',
  'saved-messages',
  'reports',
  'invitations',
  'profiles',
  'search',
  'presence',
  'server-info',
  'link-previews',
  'email-addresses',
  'notifications',
];
const house: Record<string, string[]> = {
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
  outgoing: [...ground],
  mail: [...ground, 'config', 'database', 'log', 'bus', 'reactors'],
  nodes: ['runtime', 'errors', 'graphql', 'caller'],
  backup: [...ground, 'config', 'database', 'storage'],
  users: [...ground, ...platform],
  auth: [...ground, ...platform, 'users'],
  rooms: [...ground, ...platform, 'users', 'auth'],
  administration: [...ground, ...platform, 'users', 'auth', 'rooms'],
  files: [...ground, ...platform, 'users', 'auth', 'rooms'],
  threads: [...ground, ...platform, 'users', 'auth', 'rooms'],
  reading: [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads'],
  blocking: [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads', 'reading'],
  'direct-rooms': [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads', 'reading', 'blocking'],
  messages: [
    ...ground,
    ...platform,
    'users',
    'auth',
    'rooms',
    'files',
    'threads',
    'reading',
    'blocking',
    'direct-rooms',
  ],
  bots: [
    ...ground,
    ...platform,
    'users',
    'auth',
    'rooms',
    'files',
    'threads',
    'reading',
    'blocking',
    'direct-rooms',
    'messages',
  ],
  interactions: [...ground, ...platform, 'users', 'auth', 'rooms', 'messages', 'bots'],
  reactions: [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads', 'messages'],
  mentions: [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads', 'messages', 'reading'],
  'saved-messages': [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads', 'messages'],
  reports: [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads', 'messages'],
  search: [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads', 'messages'],
  'server-info': [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads', 'messages'],
  'link-previews': [...ground, ...platform, 'users', 'auth', 'rooms', 'files', 'threads', 'messages', 'server-info'],
  notifications: [
    ...ground,
    ...platform,
    'users',
    'auth',
    'rooms',
    'files',
    'threads',
    'messages',
    'reading',
    'presence',
    'server-info',
    'email-addresses',
  ],
  'email-addresses': [...ground, ...platform, 'users', 'auth', 'server-info'],
  invitations: [...ground, ...platform, 'users', 'auth', 'rooms'],
  profiles: [...ground, ...platform, 'users', 'auth', 'rooms', 'files'],
  presence: [...ground, ...platform, 'users', 'auth', 'rooms'],
  feed: [...ground, ...platform, ...features],
  consumers: [...ground, ...platform, ...features, 'feed'],
  webhooks: [...ground, ...platform, ...features, 'feed', 'consumers'],
  api: [...ground, ...platform, ...features, 'feed', 'consumers', 'webhooks'],
};
const folders = Object.keys(house);

describe('the imports of the house', () => {
  it('are those of the picture', async () => {
    const { output, exitCode } = await cruiseImports({ outputType: 'err-long' });
    expect({ output, exitCode }).toMatchObject({ exitCode: 0 });
  });

  it.each(folders)('let %s see what lies below it and nothing else', async (folder) => {
    const others = folders.filter((other) => other !== folder);
    const tree: SmallTree = Object.fromEntries(others.map((other) => [`src/${other}/index.ts`, []]));
    tree[`src/${folder}/room.ts`] = others.map((other) => `src/${other}/index.ts`);

    const allowed = house[folder];
    const refused = others.filter((other) => !allowed?.includes(other)).toSorted();
    expect(await faultsOf(tree)).toEqual(
      refused.map((other) => `${folder}-looks-down-or-left: src/${folder}/room.ts → src/${other}/index.ts`),
    );
  });
});

const app = 'client/src/app';

/** For every other rule a small tree that breaks it, and one beside it that only comes close. */
const breaches: Record<string, { broken: SmallTree; sound: SmallTree }> = {
  'no-circles': {
    broken: { 'src/runtime/a.ts': ['src/runtime/b.ts'], 'src/runtime/b.ts': ['src/runtime/a.ts'] },
    sound: { 'src/runtime/a.ts': ['src/runtime/b.ts'], 'src/runtime/b.ts': [] },
  },
  'everything-resolves': {
    broken: { 'src/runtime/a.ts': ['src/runtime/missing.ts'] },
    sound: { 'src/runtime/a.ts': ['src/runtime/b.ts'], 'src/runtime/b.ts': [] },
  },
  'no-tests-in-the-product': {
    broken: {
      'client/src/app/shared/a.ts': ['client/src/app/shared/b.test.ts'],
      'client/src/app/shared/b.test.ts': [],
    },
    sound: { 'client/src/app/shared/b.test.ts': ['client/src/app/shared/b.ts'], 'client/src/app/shared/b.ts': [] },
  },
  'every-folder-has-its-place': {
    broken: { 'src/helpers/a.ts': ['src/runtime/index.ts'], 'src/runtime/index.ts': [] },
    sound: { 'src/users/a.ts': ['src/runtime/index.ts'], 'src/runtime/index.ts': [] },
  },
  'nobody-sees-compose': {
    broken: { 'src/users/a.ts': ['src/server.ts'], 'src/server.ts': [] },
    sound: { 'src/main.ts': ['src/server.ts'], 'src/server.ts': ['src/users/index.ts'], 'src/users/index.ts': [] },
  },
  'folders-are-entered-by-the-door': {
    broken: { 'src/auth/a.ts': ['src/users/user.ts'], 'src/users/user.ts': [] },
    sound: {
      'src/auth/a.ts': ['src/users/index.ts'],
      'src/users/index.ts': ['src/users/user.ts'],
      'src/users/user.ts': [],
    },
  },
  'nobody-leaves-to-come-in': {
    broken: { 'src/users/a.ts': ['src/users/index.ts'], 'src/users/index.ts': [] },
    sound: { 'src/users/a.ts': ['src/users/deeper/index.ts'], 'src/users/deeper/index.ts': [] },
  },
  'the-server-runs-on-dependencies': {
    broken: { 'src/users/a.ts': ['vitest'] },
    sound: { 'src/users/a.ts': ['graphql'] },
  },
  'client-shared-looks-down': {
    broken: { [`${app}/shared/a.ts`]: [`${app}/core/b.ts`], [`${app}/core/b.ts`]: [] },
    sound: { [`${app}/core/b.ts`]: [`${app}/shared/a.ts`], [`${app}/shared/a.ts`]: [] },
  },
  'client-core-looks-down': {
    broken: { [`${app}/core/a.ts`]: [`${app}/feed/b.ts`], [`${app}/feed/b.ts`]: [] },
    sound: { [`${app}/feed/b.ts`]: [`${app}/core/a.ts`], [`${app}/core/a.ts`]: [] },
  },
  'client-feed-looks-down': {
    broken: { [`${app}/feed/a.ts`]: [`${app}/features/rooms/index.ts`], [`${app}/features/rooms/index.ts`]: [] },
    sound: { [`${app}/features/rooms/a.ts`]: [`${app}/feed/b.ts`], [`${app}/feed/b.ts`]: [] },
  },
  'client-features-see-no-app': {
    broken: { [`${app}/features/rooms/a.ts`]: [`${app}/app.routes.ts`], [`${app}/app.routes.ts`]: [] },
    sound: { [`${app}/app.routes.ts`]: [`${app}/features/rooms/a.ts`], [`${app}/features/rooms/a.ts`]: [] },
  },
  'client-every-folder-has-its-layer': {
    broken: { [`${app}/misc/a.ts`]: [`${app}/shared/b.ts`], [`${app}/shared/b.ts`]: [] },
    sound: { [`${app}/core/a.ts`]: [`${app}/shared/b.ts`], [`${app}/shared/b.ts`]: [] },
  },
  'client-features-are-entered-by-the-door': {
    broken: { [`${app}/features/rooms/a.ts`]: [`${app}/features/files/b.ts`], [`${app}/features/files/b.ts`]: [] },
    sound: {
      [`${app}/features/rooms/a.ts`]: [`${app}/features/files/index.ts`],
      [`${app}/features/files/index.ts`]: [],
    },
  },
  'client-data-stays-at-home': {
    broken: {
      [`${app}/features/rooms/a.ts`]: [`${app}/feed/data/reads.ts`],
      [`${app}/feed/data/reads.ts`]: [],
    },
    sound: {
      [`${app}/features/rooms/a.ts`]: [`${app}/features/rooms/data/requests.ts`],
      [`${app}/features/rooms/data/requests.ts`]: [`${app}/features/rooms/data/pages.ts`],
      [`${app}/features/rooms/data/pages.ts`]: [`${app}/feed/b.ts`],
      [`${app}/feed/b.ts`]: [],
    },
  },
  'client-doors-hand-out-no-data': {
    broken: {
      [`${app}/features/rooms/index.ts`]: [`${app}/features/rooms/data/requests.ts`],
      [`${app}/features/rooms/data/requests.ts`]: [],
    },
    sound: {
      [`${app}/features/rooms/index.ts`]: [`${app}/features/rooms/rooms.store.ts`],
      [`${app}/features/rooms/rooms.store.ts`]: [`${app}/features/rooms/data/requests.ts`],
      [`${app}/features/rooms/data/requests.ts`]: [],
    },
  },
  'client-and-server-share-schema-rules-and-markdown': {
    broken: { [`${app}/core/a.ts`]: ['src/users/index.ts'], 'src/users/index.ts': [] },
    sound: {
      [`${app}/core/a.ts`]: ['src/rules/index.ts'],
      'src/rules/index.ts': ['src/rules/b.ts'],
      'src/rules/b.ts': [],
    },
  },
  'what-both-build-needs-no-package': {
    broken: { 'src/rules/a.ts': ['graphql'] },
    sound: { 'src/rules/a.ts': ['src/rules/b.ts'], 'src/rules/b.ts': [] },
  },
  'packages-see-no-house': {
    broken: { 'packages/sdk/src/a.ts': ['src/rules/index.ts'], 'src/rules/index.ts': [] },
    sound: { 'packages/sdk/src/a.ts': ['packages/sdk/src/b.ts'], 'packages/sdk/src/b.ts': [] },
  },
  'packages-are-entered-by-their-names': {
    broken: { 'packages/cli/src/a.ts': ['packages/sdk/src/index.ts'], 'packages/sdk/src/index.ts': [] },
    sound: { 'packages/cli/src/a.ts': ['packages/cli/src/b.ts'], 'packages/cli/src/b.ts': [] },
  },
  'the-client-builds-the-core-of-the-sdk': {
    broken: { [`${app}/feed/a.ts`]: ['packages/sdk/src/tertulia.ts'], 'packages/sdk/src/tertulia.ts': [] },
    sound: { [`${app}/feed/a.ts`]: ['packages/sdk/src/core/index.ts'], 'packages/sdk/src/core/index.ts': [] },
  },
  'the-core-of-the-sdk-needs-nothing': {
    broken: { 'packages/sdk/src/core/a.ts': ['graphql'] },
    sound: { 'packages/sdk/src/core/a.ts': ['packages/sdk/src/core/b.ts'], 'packages/sdk/src/core/b.ts': [] },
  },
};

describe('every rule', () => {
  it.each(Object.entries(breaches))('%s is broken by one tree and kept by another', async (rule, { broken, sound }) => {
    expect(await faultsOf(sound)).toEqual([]);
    expect((await faultsOf(broken)).map((fault) => fault.split(':', 1).join())).toContain(rule);
  });

  it('has such a pair of trees', () => {
    const proved = [...Object.keys(breaches), ...folders.map((folder) => `${folder}-looks-down-or-left`)];
    expect(configuration.forbidden.map(({ name }) => name).toSorted()).toEqual(proved.toSorted());
  });
});
