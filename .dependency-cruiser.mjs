// The picture of docs/architecture.md as rules: who may import whom. `npm run check` proves it, with no circle anywhere.
import { clientRules } from './scripts/architecture/client-rules.mjs';
import { packageRules } from './scripts/architecture/package-rules.mjs';
import { serverRules } from './scripts/architecture/server-rules.mjs';

const everywhere = [
  {
    name: 'no-circles',
    comment: 'Files in a circle can only be understood, tested and moved together.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'everything-resolves',
    comment: 'What cannot be found cannot be checked.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-tests-in-the-product',
    severity: 'error',
    from: { pathNot: '[.]test[.]ts$' },
    to: { path: '[.]test[.]ts$|^test/' },
  },
];

export default {
  forbidden: [...everywhere, ...serverRules, ...clientRules, ...packageRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
