import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fromRoot } from '../bootstrap/root.mjs';

const VISITORS = {
  modules: ['client/src/app/features/auth/welcome.ts'],
  fonts: ['hanken-grotesk-basic-normal', 'ibarra-real-nova-basic-normal'],
};
const CHAT = {
  modules: [
    'client/src/app/features/chat/chat.routes.ts',
    'client/src/app/core/graphql/apollo.ts',
    'node_modules/graphql-ws/dist/client.js',
  ],
  fonts: ['hanken-grotesk-basic-normal', 'ibarra-real-nova-basic-normal', 'ibarra-real-nova-basic-italic'],
};

/** What the first screen of a page needs, by the first part of its address. Other pages load what they need as it turns out. */
const PAGES = { '': VISITORS, login: VISITORS, guest: VISITORS, chat: CHAT };

/**
 * Notes which files a browser needs for the first screen of a page: the server names them in a header of the page
 * (src/api/preloads.ts), and the browser asks for all of them at once. Otherwise each file would have to come before the next one is known.
 */
export function notePreloads({ built, stats, note }) {
  const { outputs } = JSON.parse(readFileSync(fromRoot(stats), 'utf8'));
  const [files, media] = [readdirSync(fromRoot(built)), readdirSync(fromRoot(built, 'media'))];
  const named = (list, name, ending) => one(list, (file) => file.startsWith(name) && file.endsWith(ending), name);
  const pages = Object.entries(PAGES).map(([page, { modules, fonts }]) => {
    const scripts = withImports(
      outputs,
      modules.map((module) => outputWith(outputs, module)),
    );
    return [
      page,
      [
        // Nothing is painted before the first two are there, and nothing runs before the third.
        { as: 'style', path: named(files, 'styles-', '.css') },
        { as: 'script', path: named(files, 'first-paint', '.js') },
        { as: 'module', path: named(files, 'main-', '.js') },
        ...[...scripts].map((path) => ({ as: 'module', path })),
        ...fonts.map((font) => ({ as: 'font', path: `media/${named(media, `${font}-`, '.woff2')}` })),
      ],
    ];
  });
  writeFileSync(fromRoot(note), JSON.stringify(Object.fromEntries(pages)));
}

function outputWith(outputs, module) {
  return one(Object.keys(outputs), (name) => (outputs[name].inputs[module]?.bytesInOutput ?? 0) > 0, module);
}

/** A file and all that it cannot run without, except what index.html names itself. */
function withImports(outputs, names, found = new Set()) {
  for (const name of names) {
    if (found.has(name) || basename(name).startsWith('main-')) continue;
    found.add(name);
    const imports = outputs[name].imports.filter(({ kind, path }) => kind === 'import-statement' && path in outputs);
    withImports(
      outputs,
      imports.map(({ path }) => path),
      found,
    );
  }
  return found;
}

function one(list, isIt, what) {
  const [found] = list.filter(isIt);
  if (found === undefined) throw new Error(`The build has no file with ${what}.`);
  return found;
}
