const GOES_ASIDE = 0.16;
const QUOTES = 0.1;
const NAMES_SOMEBODY = 0.07;

/**
 * An endless conversation: each dialogue once before any comes again, with other people and other words. Some go on beside the room, in
 * the thread of their first line; now and then somebody quotes what they answer, or calls by name whom they answer.
 */
export function* converse(script, echoes, people, random) {
  for (;;) {
    for (const dialogue of random.shuffle(script.dialogues))
      yield* perform(dialogue, script.words, echoes, people, random);
  }
}

function* perform(dialogue, words, echoes, people, random) {
  const cast = random.shuffle(people);
  const chosen = Object.fromEntries(Object.entries(words).map(([word, choices]) => [word, random.pick(choices)]));
  const goesAside = dialogue.length > 2 && random.next() < GOES_ASIDE;
  let before;
  for (const { speaker, text } of dialogue) {
    const author = cast['ABCD'.indexOf(speaker) % cast.length];
    const body = fill(text, chosen);
    const isAside = goesAside && before !== undefined;
    yield before && before !== author
      ? answering(before, { author, body, isAside }, random)
      : { author, body, isAside };
    before = author;
  }
  if (random.next() < 0.5) yield { author: random.pick(cast), body: random.pick(echoes), isAside: goesAside };
}

function answering(before, turn, random) {
  const chance = random.next();
  if (chance < QUOTES) return { ...turn, isAnswer: true };
  const isOneLine = !turn.body.includes('\n');
  return chance < QUOTES + NAMES_SOMEBODY && isOneLine ? { ...turn, body: `@${before.username} ${turn.body}` } : turn;
}

/** A word that begins a sentence begins with a capital. */
function fill(text, chosen) {
  const body = text.replace(/<(\w+)>/g, (slot, word) => chosen[word] ?? slot);
  return body.charAt(0).toUpperCase() + body.slice(1);
}
