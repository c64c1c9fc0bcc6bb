/** A page in the house's looks. */
export function inLayout(page, { guides, pages }) {
  const reference = pages.filter(({ path }) => path.startsWith('api/')).toSorted(byPath);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title}${page.address === '' ? '' : ' · The API'} of Tertulia</title>
<link rel="stylesheet" href="/docs/style.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<header>
<a class="name" href="/docs">Tertulia <span>for developers</span></a>
<nav aria-label="Elsewhere"><a class="to-pages" href="#pages">All pages</a> <a href="/graphql">Playground</a> <a href="/chat">Chat</a></nav>
</header>
<div class="page">
<main id="text" tabindex="-1">
${page.html}
</main>
<nav class="pages" id="pages" aria-label="Pages">
<details open><summary>Guides</summary>
${listOf(guides, page)}
</details>
<details${page.path.startsWith('api/') ? ' open' : ''}><summary>Reference</summary>
${listOf(
  reference.map(({ address, title }) => ({ href: `/docs/${address}`, text: address === 'api' ? 'Overview' : title })),
  page,
)}
</details>
</nav>
</div>
</body>
</html>
`;
}

function listOf(links, page) {
  const items = links.map(
    ({ href, text }) =>
      `<li><a href="${href}"${href === `/docs/${page.address}` ? ' aria-current="page"' : ''}>${text}</a></li>`,
  );
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

function byPath(one, other) {
  const isIndex = Number(other.path === 'api/index.md') - Number(one.path === 'api/index.md');
  return isIndex || (one.title < other.title ? -1 : 1);
}
