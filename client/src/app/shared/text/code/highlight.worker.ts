import { highlight, loadGrammar } from './highlight';
import type { Answer, Question } from './highlighter';

/** Away from the page: grammars are made of regular expressions, and there is code that takes them seconds. */
addEventListener('message', ({ data }: MessageEvent<Question>) => {
  void answer(data);
});

async function answer({ code, grammar }: Question): Promise<void> {
  try {
    await loadGrammar(grammar);
    tell({ kind: 'begun' });
    tell({ kind: 'done', pieces: highlight(code, grammar) });
  } catch {
    tell({ kind: 'done', pieces: [] });
  }
}

function tell(news: Answer): void {
  postMessage(news);
}
