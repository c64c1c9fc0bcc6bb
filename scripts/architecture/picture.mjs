import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { plainError } from '../bootstrap/plain-error.mjs';
import { fromRoot } from '../bootstrap/root.mjs';
import { cruiseImports } from './cruise.mjs';
import { drawHouse } from './mermaid.mjs';

const PAGE = fromRoot('docs/architecture.md');
const MARKED =
  /(?<=<!-- imports of the (?<half>server|client): begin -->\n).*?(?=<!-- imports of the \k<half>: end -->)/gs;

const HALVES = {
  server: {
    place: 'src',
    folder: /^src\/([^/]+)\//,
    layers: {
      edge: /^(api|backup|consumers|feed|webhooks)$/,
      features: /^(users|auth|administration|rooms|files|messages|reading|presence|search|server-info)$/,
      platform: /^(config|database|log|caller|audit|bus|reactors|storage)$/,
      ground: /^(rules|markdown|runtime|errors|text|graphql)$/,
    },
  },
  client: {
    place: 'client/src/app',
    folder: /^client\/src\/app\/(features\/[^/]+|[^/]+)\//,
    layers: { features: /^features\//, feed: /^feed$/, core: /^core$/, shared: /^shared$/ },
  },
};

/** Draws the imports that the code has today into docs/architecture.md. */
export async function drawPictures() {
  writeFileSync(PAGE, await drawnPage());
}

export async function checkPictures() {
  const drawn = await drawnPage();
  if (readFileSync(PAGE, 'utf8') === drawn) return;
  throw plainError('docs/architecture.md shows an old picture of the imports: run `npm run architecture`.');
}

async function drawnPage() {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  const marks = page.match(MARKED) ?? [];
  if (marks.length !== 2)
    throw plainError('docs/architecture.md has lost the marks around its pictures of the imports.');
  const [server, client] = await Promise.all([draw(HALVES.server), draw(HALVES.client)]);
  return page.replace(MARKED, (_, half) => `\n${half === 'server' ? server : client}\n`);
}

async function draw({ place, folder, layers }) {
  const { output } = await cruiseImports({ places: [place], validate: false, includeOnly: `^${place}/` });
  return drawHouse(
    layers,
    importsBetweenFolders(output.modules, (file) => folder.exec(file)?.[1]),
  );
}

/** The imports of files as imports of their folders. */
function importsBetweenFolders(modules, folderOf) {
  const imports = new Map();
  for (const { source, dependencies } of modules) {
    const from = folderOf(source);
    if (!from) continue;
    const targets = dependencies.map(({ resolved }) => folderOf(resolved)).filter((to) => to && to !== from);
    imports.set(from, new Set([...(imports.get(from) ?? []), ...targets]));
  }
  return imports;
}
