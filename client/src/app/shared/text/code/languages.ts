/** A language that code can be marked with: its grammar is loaded when a message needs it. */
export interface Language {
  /** The name of its grammar in highlight.js. */
  readonly grammar: Grammar;
  /** As those write it who use it. */
  readonly name: string;
  /** What was typed for it, in small letters. */
  readonly word: string;
}

/** The language that somebody names behind the fence of a code block; null for one that is not known. */
export function languageNamed(typed: string): Language | null {
  return byWord.get(typed.toLowerCase()) ?? null;
}

/** The class that says which language a block of code is in. */
export function classOfLanguage(typed: string): string | null {
  const language = languageNamed(typed);
  return language && `language-${language.word}`;
}

export function languageOf(classes: Iterable<string>): Language | null {
  for (const each of classes) {
    const language = each.startsWith('language-') ? languageNamed(each.slice('language-'.length)) : null;
    if (language) return language;
  }
  return null;
}

/** Grammar, name, and other words for it. */
const ROWS = [
  ['bash', 'Bash', 'sh', 'zsh'],
  ['c', 'C', 'h'],
  ['clojure', 'Clojure', 'clj', 'cljs'],
  ['cmake', 'CMake'],
  ['cpp', 'C++', 'c++', 'cc', 'cxx', 'hpp'],
  ['csharp', 'C#', 'c#', 'cs'],
  ['css', 'CSS'],
  ['dart', 'Dart'],
  ['diff', 'Diff', 'patch'],
  ['dockerfile', 'Dockerfile', 'docker'],
  ['elixir', 'Elixir', 'ex', 'exs'],
  ['elm', 'Elm'],
  ['erlang', 'Erlang', 'erl'],
  ['fsharp', 'F#', 'f#', 'fs'],
  ['go', 'Go', 'golang'],
  ['graphql', 'GraphQL', 'gql'],
  ['groovy', 'Groovy'],
  ['haskell', 'Haskell', 'hs'],
  ['http', 'HTTP'],
  ['ini', 'INI', 'toml'],
  ['java', 'Java'],
  ['javascript', 'JavaScript', 'js', 'jsx', 'mjs', 'cjs'],
  ['json', 'JSON', 'jsonc', 'json5'],
  ['julia', 'Julia', 'jl'],
  ['kotlin', 'Kotlin', 'kt', 'kts'],
  ['latex', 'LaTeX', 'tex'],
  ['less', 'Less'],
  ['lua', 'Lua'],
  ['makefile', 'Makefile', 'make', 'mk'],
  ['markdown', 'Markdown', 'md'],
  ['matlab', 'MATLAB'],
  ['nginx', 'nginx'],
  ['nix', 'Nix'],
  ['objectivec', 'Objective-C', 'objc'],
  ['ocaml', 'OCaml', 'ml'],
  ['perl', 'Perl', 'pl'],
  ['php', 'PHP'],
  ['powershell', 'PowerShell', 'ps1', 'pwsh'],
  ['properties', 'Properties'],
  ['protobuf', 'Protocol Buffers', 'proto'],
  ['python', 'Python', 'py'],
  ['r', 'R'],
  ['ruby', 'Ruby', 'rb'],
  ['rust', 'Rust', 'rs'],
  ['scala', 'Scala'],
  ['scss', 'SCSS', 'sass'],
  ['shell', 'Shell session', 'console'],
  ['sql', 'SQL', 'mysql', 'postgres', 'postgresql', 'sqlite'],
  ['swift', 'Swift'],
  ['typescript', 'TypeScript', 'ts', 'tsx', 'mts', 'cts'],
  ['vim', 'Vim script', 'viml'],
  ['xml', 'XML', 'svg', 'html', 'xhtml', 'vue', 'svelte'],
  ['yaml', 'YAML', 'yml'],
] as const;

/** Grammars that serve more languages than the one they are named after. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  html: 'HTML',
  json5: 'JSON5',
  jsx: 'JSX',
  sass: 'Sass',
  svelte: 'Svelte',
  svg: 'SVG',
  toml: 'TOML',
  tsx: 'TSX',
  vue: 'Vue',
};

const byWord = new Map(
  ROWS.flatMap(([grammar, name, ...aliases]) =>
    [grammar, ...aliases].map((word): [string, Language] => [word, { grammar, word, name: OWN_NAMES[word] ?? name }]),
  ),
);

export type Grammar = (typeof ROWS)[number][0];
