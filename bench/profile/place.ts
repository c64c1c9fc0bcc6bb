import type { Place, Spent } from './cpu-profile.js';

const OUTSIDE_OF_FUNCTIONS: Readonly<Record<string, string>> = {
  '(garbage collector)': 'garbage collection',
  '(program)': "Node's own C++, and the system",
};

/** Where in the house, or outside of it, the time went: a folder of ours, a package, a part of Node. */
export function placeOf(spent: Spent): string {
  if (isNative(spent)) return `native calls from ${spent.caller ? homeOf(spent.caller) : 'nowhere'}`;
  return homeOf(spent);
}

/** A function as one would look for it. */
export function nameOf(spent: Spent): string {
  const { functionName, lineNumber } = spent;
  if (isOutside(spent)) return homeOf(spent);
  const name = functionName === '' ? 'anonymous' : functionName;
  if (isNative(spent)) return `${name}, native, from ${spent.caller ? homeOf(spent.caller) : 'nowhere'}`;
  return `${name} (${fileOf(spent)}:${String(lineNumber + 1)})`;
}

function homeOf({ functionName, url }: Place): string {
  if (url === '') return OUTSIDE_OF_FUNCTIONS[functionName] ?? functionName;
  const ours = /\/dist\/server\/(?:([\w-]+)\/)?/.exec(url);
  if (ours) return ours[1] === undefined ? 'src' : `src/${ours[1]}`;
  const packaged = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url);
  if (packaged?.[1] !== undefined) return packaged[1];
  return /^node:(?:internal\/)?[\w-]+/.exec(url)?.[0] ?? url;
}

function fileOf({ url }: Place): string {
  return (url.split('/dist/server/').at(-1)?.split('/node_modules/').at(-1) ?? url).replace(/^file:\/\//, '');
}

function isNative({ url, functionName }: Place): boolean {
  return url === '' && !functionName.startsWith('(');
}

function isOutside({ url, functionName }: Place): boolean {
  return url === '' && functionName.startsWith('(');
}
