/**
 * Layers as boxes, folders in the first one whose pattern they match, imports as arrows. An arrow that a chain of other
 * arrows implies is left out, or the picture would be a knot: everything may import what lies below.
 */
export function drawHouse(layers, imports) {
  const folders = [...imports.keys()].toSorted();
  const layerOf = (folder) => Object.keys(layers).find((layer) => layers[layer].test(folder));
  const boxes = Object.keys(layers).flatMap((layer) =>
    drawLayer(
      layer,
      folders.filter((folder) => layerOf(folder) === layer),
    ),
  );
  const arrows = withoutImplied(imports).map(([from, to]) => `  ${identifier(from)} --> ${identifier(to)}`);
  return ['```mermaid', 'flowchart TD', ...boxes, ...arrows, '```', ''].join('\n');
}

function drawLayer(layer, folders) {
  const inside = folders.map((folder) => `    ${identifier(folder)}["${folder}/"]`);
  return inside.length > 0 ? [`  subgraph layer-${layer}["${layer}"]`, ...inside, '  end'] : [];
}

function identifier(folder) {
  return folder.replaceAll('/', '-');
}

function withoutImplied(imports) {
  const arrows = [...imports].flatMap(([from, targets]) => [...targets].map((to) => [from, to]));
  const isImplied = ([from, to]) =>
    [...imports.get(from)].some((between) => between !== to && reaches(imports, between, to, new Set([from])));
  return arrows.filter((arrow) => !isImplied(arrow)).toSorted((one, other) => (one.join() < other.join() ? -1 : 1));
}

function reaches(imports, from, to, seen) {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return [...(imports.get(from) ?? [])].some((next) => reaches(imports, next, to, seen));
}
