import { RawRequest } from '../requests/raw-request.js';
import type { Caller } from './uploads.js';

const UPLOAD = 'mutation ($input: UploadFileInput!) { uploadFile(input: $input) { file { size } } }';
const END = '\r\n--x--\r\n';

/** A GraphQL multipart request that says as much of its file as a test likes, and is then cut off, or ended. */
export class FormUnderWay implements Disposable {
  private constructor(
    private readonly line: RawRequest,
    private readonly begun: Promise<void>,
  ) {}

  /** Opens it with the first bytes of a file of this size; between what is said of the file and the file there may be a while. */
  static of(
    { server, bearer }: Caller,
    room: { id: string },
    size: number,
    first: string,
    meanwhile?: Promise<void>,
  ): FormUnderWay {
    const operations = JSON.stringify({ query: UPLOAD, variables: { input: { roomId: room.id, file: null } } });
    const fields = `${part('operations', operations)}\r\n${part('map', '{"0":["variables.input.file"]}')}\r\n`;
    const start = part('0"; filename="a.txt', '');
    const head = [
      'POST /graphql HTTP/1.1',
      'Host: here',
      'Content-Type: multipart/form-data; boundary=x',
      `Content-Length: ${String(fields.length + start.length + size + END.length)}`,
      ...Object.entries(bearer).map(([name, value]) => `${name}: ${value}`),
      'Connection: close',
    ];
    const line = RawRequest.open(server.url, `${head.join('\r\n')}\r\n\r\n${fields}`);
    const says = (): void => {
      line.says(`${start}${first}`);
    };
    if (!meanwhile) says();
    return new FormUnderWay(line, meanwhile?.then(says) ?? Promise.resolve());
  }

  says(bytes: string): void {
    this.line.says(bytes);
  }

  /** Says that this was all of the file; resolves with the answer. */
  async ends(): Promise<string> {
    await this.begun;
    this.line.says(END);
    return this.line.ended;
  }

  [Symbol.dispose](): void {
    this.line[Symbol.dispose]();
  }
}

function part(name: string, content: string): string {
  return `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}`;
}
