/** An endless conversation: each dialogue once before any comes again, with other people and other words. */
export function* converse(script, echoes, people, random) {
  for (;;) {
    for (const dialogue of random.shuffle(script.dialogues))
      yield* perform(dialogue, script.words, echoes, people, random);
  }
}

function* perform(dialogue, words, echoes, people, random) {
  const cast = random.shuffle(people);
  const chosen = Object.fromEntries(Object.entries(words).map(([word, choices]) => [word, random.pick(choices)]));
  for (const { speaker, text } of dialogue) {
    yield { author: cast['ABCD'.indexOf(speaker) % cast.length], body: fill(text, chosen) };
  }
  if (random.next() < 0.5) yield { author: random.pick(cast), body: random.pick(echoes) };
}

/** A word that begins a sentence begins with a capital. */
function fill(text, chosen) {
  const body = text.replace(/<(\w+)>/g, (slot, word) => chosen[word] ?? slot);
  return body.charAt(0).toUpperCase() + body.slice(1);
}
