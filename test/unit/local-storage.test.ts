import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '#server/config/index.js';
import { UnwritableFolder } from '#server/storage/index.js';
import { LocalStorage } from '#server/storage/local.storage.js';

let folder: string;
let storage: LocalStorage;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tertulia-storage-'));
  storage = storageIn(folder);
  await storage.prepare();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the store of a folder', () => {
  it('gives back what it was given, whole and in part', async () => {
    const bytes = randomBytes(300_000);
    const key = await storage.write(Readable.from([bytes.subarray(0, 100), bytes.subarray(100)]));
    expect(await storage.sizeOf(key)).toBe(bytes.length);
    expect(await contentOf(key)).toEqual(bytes);
    expect(await contentOf(key, { start: 99, end: 200_000 })).toEqual(bytes.subarray(99, 200_001));
  });

  it('keeps nothing of a source that fails', async () => {
    async function* failing() {
      yield await Promise.resolve(Buffer.from('a beginning'));
      throw new Error('The line went dead.');
    }
    await expect(storage.write(failing())).rejects.toThrow('The line went dead.');
    expect(await filesIn(folder)).toEqual([]);
  });

  it('forgets what is deleted, and does not mind being told twice', async () => {
    const key = await storage.write(Readable.from([Buffer.from('x')]));
    await storage.delete(key);
    await storage.delete(key);
    expect(await storage.read(key)).toBeUndefined();
    expect(await storage.sizeOf(key)).toBeUndefined();
  });

  it('lists its own files and nothing else', async () => {
    const key = await storage.write(Readable.from([Buffer.from('x')]));
    await writeFile(join(folder, 'notes of the administrator.txt'), 'mine');
    const listed: string[] = [];
    for await (const stored of storage.list()) listed.push(stored.key);
    expect(listed).toEqual([key]);
  });

  it('clears at the start what an earlier run left unfinished, and keeps what was finished', async () => {
    const key = await storage.write(Readable.from([Buffer.from('x')]));
    await writeFile(join(folder, '.incoming', 'left over'), 'half a file');
    await storageIn(folder).prepare();
    expect(await readdir(join(folder, '.incoming'))).toEqual([]);
    expect((await contentOf(key)).toString()).toBe('x');
  });

  it('never leaves its folder, whatever it is asked for', async () => {
    await expect(storage.read('../../../etc/passwd')).rejects.toThrow('no key');
  });

  it('says in one sentence that a folder cannot be used', async () => {
    const taken = join(folder, 'a file');
    await writeFile(taken, '');
    const refusal = await storageIn(taken)
      .prepare()
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnwritableFolder);
    expect(String(refusal)).toContain('cannot be written to (it is not a folder). Set UPLOADS_DIR');
  });

  it('makes its folder where there is none', async () => {
    const fresh = join(folder, 'new', 'uploads');
    await storageIn(fresh).prepare();
    await mkdir(join(fresh, '.incoming'), { recursive: true });
    expect(await readdir(fresh)).toEqual(['.incoming']);
  });

  it('takes the folder of a clone for its own, and leaves the rights of any other as somebody gave them', async () => {
    expect(await rightsAfterTheStart(['.gitkeep'])).toBe(0o700);
    expect(await rightsAfterTheStart([])).toBe(0o755);
    expect(await rightsAfterTheStart(['.gitkeep', 'notes of the administrator.txt'])).toBe(0o755);
  });

  it('goes on with the files of a folder where a newer checkout puts its mark', async () => {
    const key = await storage.write(Readable.from([Buffer.from('x')]));
    await writeFile(join(folder, '.gitkeep'), '');
    await storageIn(folder).prepare();
    expect((await contentOf(key)).toString()).toBe('x');
    const listed: string[] = [];
    for await (const stored of storage.list()) listed.push(stored.key);
    expect(listed).toEqual([key]);
  });
});

/** What a folder of these files may be used for, by its owner and by others, once a server has started on it. */
async function rightsAfterTheStart(names: readonly string[]): Promise<number> {
  const uploads = await mkdtemp(join(folder, 'uploads-'));
  await chmod(uploads, 0o755);
  for (const name of names) await writeFile(join(uploads, name), '');
  await storageIn(uploads).prepare();
  return (await stat(uploads)).mode & 0o777;
}

function storageIn(uploads: string): LocalStorage {
  return new LocalStorage(readSettings({ UPLOADS_DIR: uploads }));
}

async function contentOf(key: string, range?: { start: number; end: number }): Promise<Buffer> {
  const stream = await storage.read(key, range);
  return Buffer.concat(stream ? await stream.toArray() : []);
}

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
