/** What a stream of server-sent events says: an event with its data, or nothing, which only shows that it is alive. */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
}

/** Reads server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) from the body of a response; null for a comment. */
export async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent | null> {
  let event = '';
  let data: string[] = [];
  for await (const line of linesIn(body)) {
    if (line === '') {
      if (data.length > 0 || event !== '') yield { event, data: data.join('\n') };
      event = '';
      data = [];
      continue;
    }
    const at = line.indexOf(':');
    const field = at === -1 ? line : line.slice(0, at);
    const value = at === -1 ? '' : line.slice(at + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    else if (field === 'data') data.push(value);
    else if (field === '') yield null;
  }
}

async function* linesIn(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
