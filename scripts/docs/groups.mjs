import { readdirSync, readFileSync } from 'node:fs';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { fromRoot } from '../bootstrap/root.mjs';

const SOURCES = fromRoot('src');

/** What belongs to no part alone. */
const GENERAL = 'general';

/** Folders of the server that are no part of the API to its reader. */
const SHOWN_WITH = { audit: 'administration', api: GENERAL, graphql: GENERAL, nodes: GENERAL, log: 'feed' };

/** A resolver's method has the name of its root field. */
const ROOT_FIELD = /@(?:Query|Mutation|Subscription)\([\s\S]*?\n {2}(?:async )?(?<name>\w+)\(/g;
const TYPE =
  /@(?:ObjectType|InputType|InterfaceType|CustomScalar|Scalar)\((?:\(\) => \w+, )?(?:'(?<named>\w+)')?[\s\S]*?\nexport (?:abstract )?class (?<name>\w+)/g;
const ENUM = /registerEnumType\([\s\S]*?name: '(?<name>\w+)'/g;

/** The parts of the API are those of the server: what a folder of src declares stands on one page. */
export function groupsOf(schema) {
  const folders = foldersOfNames();
  const groups = new Map();
  const groupOf = (...names) => {
    const folder = names.map((name) => folders.get(name)).find(Boolean) ?? GENERAL;
    if (!groups.has(folder)) groups.set(folder, { name: folder, title: titleOf(folder), fields: [], types: [] });
    return groups.get(folder);
  };
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const root of roots)
    for (const field of Object.values(root.getFields()))
      groupOf(field.name, getNamedType(field.type).name).fields.push({ root, field });
  for (const type of Object.values(schema.getTypeMap()))
    if (!roots.includes(type) && !isIntrospectionType(type) && !isSpecifiedScalarType(type))
      groupOf(type.name).types.push(type);
  return [...groups.values()].map(withSections).toSorted((one, other) => (one.title < other.title ? -1 : 1));
}

/** What stands on the page, in this order, and the anchor of each: GitHub and our own pages number headings that are alike. */
function withSections({ name, title, fields, types }) {
  const rootFields = (root) => fields.filter((entry) => entry.root.name === root).map(({ field }) => field);
  const isEvent = (type) => isObjectType(type) && type.getInterfaces().some((each) => each.name === 'Event');
  const sections = [
    { title: 'Queries', entries: rootFields('Query') },
    { title: 'Mutations', entries: rootFields('Mutation') },
    { title: 'Subscriptions', entries: rootFields('Subscription') },
    { title: 'Types of events', entries: types.filter(isEvent) },
    {
      title: 'Types',
      entries: types.filter((type) => !isEvent(type) && (isObjectType(type) || isInterfaceType(type))),
    },
    { title: 'Inputs', entries: types.filter(isInputObjectType) },
    { title: 'Values', entries: types.filter((type) => isEnumType(type) || isScalarType(type)) },
  ].filter(({ entries }) => entries.length > 0);
  const seen = new Map();
  const anchors = new Map();
  const heading = (text, entry) => {
    const anchor = text.toLowerCase().replaceAll(' ', '-');
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    if (entry) anchors.set(entry, before === 0 ? anchor : `${anchor}-${before}`);
  };
  heading(title);
  for (const section of sections) {
    heading(section.title);
    for (const entry of section.entries) heading(entry.name, entry);
  }
  return { name, title, sections, anchors };
}

function foldersOfNames() {
  const folders = new Map();
  for (const entry of readdirSync(SOURCES, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    const [folder] = path.slice(SOURCES.length + 1).split(/[\\/]/);
    const text = readFileSync(path, 'utf8');
    for (const pattern of [ROOT_FIELD, TYPE, ENUM])
      for (const { groups } of text.matchAll(pattern))
        folders.set(groups.named ?? groups.name, SHOWN_WITH[folder] ?? folder);
  }
  return folders;
}

function titleOf(folder) {
  const words = folder.replaceAll('-', ' ');
  return words[0].toUpperCase() + words.slice(1);
}
