import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fromRoot } from '../bootstrap/root.mjs';

/** What stands on the first screen of a page, by the first part of its address. The others load what they need as it turns out. */
const PAGES = {
  '': {
    modules: ['client/src/app/features/auth/welcome.ts'],
    fonts: ['hanken-grotesk-basic-normal', 'ibarra-real-nova-basic-normal'],
  },
  chat: {
    modules: ['client/src/app/features/chat/chat.routes.ts', 'client/src/app/core/graphql/apollo.ts'],
    fonts: ['hanken-grotesk-basic-normal', 'ibarra-real-nova-basic-normal', 'ibarra-real-nova-basic-italic'],
  },
};

/**
 * Notes which files a browser needs for the first screen of a page: the server names them in a header of the page
 * (src/api/preloads.ts), and the browser asks for all of them at once. Else each file would have to come before one knows of the next.
 */
export function notePreloads({ built, stats, note }) {
  const { outputs } = JSON.parse(readFileSync(fromRoot(stats), 'utf8'));
  const media = readdirSync(fromRoot(built, 'media'));
  const pages = Object.entries(PAGES).map(([page, { modules, fonts }]) => [
    page,
    {
      scripts: [
        ...withImports(
          outputs,
          modules.map((module) => outputWith(outputs, module)),
        ),
      ],
      fonts: fonts.map(
        (font) => `media/${one(media, (file) => file.startsWith(`${font}-`) && file.endsWith('.woff2'), font)}`,
      ),
    },
  ]);
  writeFileSync(fromRoot(note), JSON.stringify(Object.fromEntries(pages)));
}

function outputWith(outputs, module) {
  return one(Object.keys(outputs), (name) => (outputs[name].inputs[module]?.bytesInOutput ?? 0) > 0, module);
}

/** A file and all that it cannot run without, but for what index.html names itself. */
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
