import { getNamedType, isEnumType, isInterfaceType, isObjectType, isScalarType, isType } from 'graphql';

export function indexPage(groups) {
  const blocks = groups.flatMap((group) => [
    `## [${group.title}](${group.name}.md)`,
    ...group.sections.map(
      ({ title, entries }) => `${title}: ${entries.map((entry) => linkTo(entry, group)).join(', ')}`,
    ),
  ]);
  return page(['# Reference', 'Everything that the API has, as the schema describes it.', ...blocks]);
}

export function referencePage(group, { schema, groups }) {
  const linked = linking(group, groups);
  const blocks = group.sections.flatMap(({ title, entries }) => [
    `## ${title}`,
    ...entries.flatMap((entry) => (isType(entry) ? typeEntry(entry, { schema, linked }) : rootField(entry, linked))),
  ]);
  return page([`# ${group.title}`, ...blocks]);
}

function rootField(field, linked) {
  return [
    `### ${field.name}`,
    described(field),
    `Gives ${linked(field.type)}.`,
    ...(field.args.length > 0 ? [table('argument', field.args, linked)] : []),
  ];
}

function typeEntry(type, { schema, linked }) {
  const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  const entry = [`### ${type.name}`, described(type)];
  if (interfaces.length > 0) entry.push(`Implements ${interfaces.map((each) => linked(each)).join(', ')}.`);
  if (isInterfaceType(type)) {
    const { objects } = schema.getImplementations(type);
    entry.push(`Implemented by ${objects.map((each) => linked(each)).join(', ')}.`);
  }
  if (isEnumType(type)) entry.push(valuesTable(type.getValues()));
  else if (!isScalarType(type)) {
    const inherited = new Set(interfaces.flatMap((each) => Object.keys(each.getFields())));
    const own = Object.values(type.getFields());
    entry.push(
      table(
        'field',
        own.filter(({ name }) => !inherited.has(name)),
        linked,
      ),
    );
    if (inherited.size > 0)
      entry.push(`And from its interfaces: ${[...inherited].map((name) => `\`${name}\``).join(', ')}.`);
  }
  return entry;
}

function table(what, fields, linked) {
  if (fields.length === 0) return '';
  const rows = fields.map((field) => {
    const args = (field.args ?? []).map(
      ({ name, type, defaultValue }) => `${name}: ${String(type)}${defaultOf(defaultValue)}`,
    );
    const name = `\`${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}\``;
    return `| ${name} | ${linked(field.type)}${defaultOf(field.defaultValue)} | ${cell(described(field))} |`;
  });
  return [`| ${what} | type | what it is |`, '| --- | --- | --- |', ...rows].join('\n');
}

function valuesTable(values) {
  const rows = values.map((value) => `| \`${value.name}\` | ${cell(described(value))} |`);
  return ['| value | what it means |', '| --- | --- |', ...rows].join('\n');
}

function defaultOf(value) {
  return value === undefined || value === null ? '' : ` = ${JSON.stringify(value)}`;
}

function described({ description, deprecationReason }) {
  const reason = deprecationReason ? `**Deprecated.** ${deprecationReason} ` : '';
  return (reason + (description ?? '')).trim();
}

/** A table's cell is one line, in which a bar would end it. */
function cell(text) {
  return text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}

/** The type as GraphQL writes it, with a link to where it is described. */
function linking(here, groups) {
  return (type) => {
    const named = getNamedType(type);
    const there = groups.find(({ anchors }) => anchors.has(named));
    if (there === undefined) return `\`${String(type)}\``;
    return `[\`${String(type)}\`](${there === here ? '' : `${there.name}.md`}#${there.anchors.get(named)})`;
  };
}

function linkTo(entry, { name, anchors }) {
  return `[\`${entry.name}\`](${name}.md#${anchors.get(entry)})`;
}

function page(blocks) {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
