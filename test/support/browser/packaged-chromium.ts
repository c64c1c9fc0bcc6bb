import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export interface PackagedChromium {
  executablePath: string;
  /** Tells fontconfig of the fonts in the package, next to those of the machine. */
  fontsFile: string;
  /** The shared libraries that Chromium needs and a bare machine may lack. */
  libraries: string;
}

const home = resolve('node_modules/@sparticuz/chromium/unpacked');

export function hasPackagedChromium(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Unpacks it once, inside its package: the usual place, /tmp, may hold a half-written copy of another run. */
export async function unpackedChromium(): Promise<PackagedChromium> {
  if (!existsSync(home)) await unpack();
  return {
    executablePath: join(home, 'chromium'),
    fontsFile: join(home, 'fonts.conf'),
    libraries: join(home, 'al2023', 'lib'),
  };
}

async function unpack(): Promise<void> {
  const workshop = `${home}-${String(process.pid)}`;
  await mkdir(workshop);
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`;
  // It unpacks to the temporary folder, and its libraries only where it believes itself on one of Amazon's machines.
  const env = { ...process.env, TMPDIR: workshop, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env });
  await writeFile(join(workshop, 'fonts.conf'), fontsConfiguration());
  await moveIntoPlace(workshop);
}

/** Of two runs that unpack at once, the first one wins and the other one's copy is as good as gone. */
async function moveIntoPlace(workshop: string): Promise<void> {
  try {
    await rename(workshop, home);
  } catch (error) {
    await rm(workshop, { recursive: true });
    if (!existsSync(home)) throw error;
  }
}

function fontsConfiguration(): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(home, 'fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
