import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A line to a server that a test cuts, or on which no answer arrives any more. */
export class FlakyLine {
  private readonly ends = new Set<Socket>();
  private isLost: (data: Buffer) => boolean = () => false;
  private isSwallowed: (data: Buffer) => boolean = () => false;

  private constructor(readonly url: string) {}

  static async to(server: { readonly url: string }): Promise<FlakyLine> {
    const { port, hostname } = new URL(server.url);
    const listener = createServer((near) => {
      const far = createConnection(Number(port), hostname);
      for (const end of [near, far]) line.keep(end);
      const hangUp = () => near.destroy();
      near.on('close', () => far.destroy());
      far.on('close', hangUp);
      near.on('data', (data) => {
        if (!line.isSwallowed(data)) far.write(data);
        else far.off('close', hangUp).destroy();
      });
      far.on('data', (data) => {
        if (!line.isLost(data)) near.write(data);
      });
    });
    await once(listener.listen(0, '127.0.0.1'), 'listening');
    const line = new FlakyLine(`http://127.0.0.1:${String((listener.address() as AddressInfo).port)}`);
    onTestFinished(() => {
      line.cut();
      listener.close();
    });
    return line;
  }

  /** Ends every connection that there is; new ones are taken. */
  cut(): void {
    for (const end of this.ends) end.destroy();
  }

  /** From now on the server is heard no more, or of what it says these pieces are lost, and nobody is told that. */
  loses(pieces: (data: Buffer) => boolean = () => true): void {
    this.isLost = pieces;
  }

  /** The next connection that says this is held open, and nobody answers it; those after it are as always. */
  swallows(words: string): { readonly happened: boolean } {
    const swallowed = { happened: false };
    this.isSwallowed = (data) => {
      if (swallowed.happened || !data.includes(words)) return false;
      return (swallowed.happened = true);
    };
    return swallowed;
  }

  /** What was lost stays lost, and so are the connections that it was lost on. */
  isMended(): void {
    this.isLost = () => false;
    this.cut();
  }

  private keep(end: Socket): void {
    this.ends.add(end);
    end.on('close', () => this.ends.delete(end)).on('error', () => undefined);
  }
}
