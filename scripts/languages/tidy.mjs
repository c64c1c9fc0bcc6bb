/**
 * The translations as they should stand: each text of the client once, in the order of the sources, in the file of the folder that says it, and
 * in that of `shared` where several folders do. What is not translated yet has an empty text; what nobody says any more is left out.
 * Also told is which texts were translated in two ways.
 * @param {readonly { key: string, folder: string }[]} messages
 * @param {ReadonlyMap<string, ReadonlyMap<string, string>>} byFolder
 * @returns {{ tidy: Map<string, Map<string, string>>, contradictions: { key: string, texts: string[] }[], unused: string[] }}
 */
export function tidied(messages, byFolder) {
  const known = new Map();
  const contradictions = [];
  for (const texts of byFolder.values()) {
    for (const [key, text] of texts) {
      if (text === '') continue;
      if (known.has(key) && known.get(key) !== text) contradictions.push({ key, texts: [known.get(key), text] });
      known.set(key, text);
    }
  }
  const tidy = new Map();
  for (const [key, folder] of homesOf(messages)) {
    const texts = tidy.get(folder) ?? new Map();
    texts.set(key, known.get(key) ?? '');
    tidy.set(folder, texts);
  }
  const said = new Set(messages.map(({ key }) => key));
  return { tidy, contradictions, unused: [...known.keys()].filter((key) => !said.has(key)) };
}

function homesOf(messages) {
  const homes = new Map();
  for (const { key, folder } of messages)
    homes.set(key, homes.has(key) && homes.get(key) !== folder ? 'shared' : folder);
  return homes;
}
