import { Line } from './line.js';

/** Asks over a socket for what is refused. */
export class RefusedCaller {
  private constructor(private readonly line: Line) {}

  static async connect(url: string): Promise<RefusedCaller> {
    const line = await Line.open({
      url: `${url}/graphql`,
      protocols: ['graphql-transport-ws'],
      read,
    });
    await line.askAs('connection', '{"type":"connection_init"}');
    return new RefusedCaller(line);
  }

  /** Resolves when the operation, given as JSON, has been refused. */
  async beRefused(operation: string): Promise<void> {
    await this.line.ask((id) => `{"id":"${id}","type":"subscribe","payload":${operation}}`);
  }

  close(): void {
    this.line.cut();
  }
}

function read(text: string, line: Line): void {
  const type = /"type":"(\w+)"/.exec(text)?.[1];
  const id = /"id":"(\w+)"/.exec(text)?.[1] ?? '';
  if (type === 'connection_ack') line.settle('connection', text);
  else if (type === 'error') line.settle(id, text);
  else line.fail(new Error(`The server did what it should have refused: ${text}`));
}
