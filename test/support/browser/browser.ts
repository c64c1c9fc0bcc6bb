import { chromium, type Browser } from 'playwright-core';
import { hasPackagedChromium, unpackedChromium } from './packaged-chromium.js';

/** A real Chromium, the one inside the packages: it needs no root and nothing installed. */
export async function launchBrowser(): Promise<Browser> {
  // The packages bring one for Linux on x64; elsewhere the machine's own Chrome is asked.
  if (!hasPackagedChromium()) return chromium.launch({ channel: 'chrome' });
  try {
    return await launchPackaged({});
  } catch (error) {
    if (!String(error).includes('error while loading shared libraries')) throw error;
    // Bare machines have no libnss. The package brings one, used only where it is missed: next to the machine's own it would clash.
    return launchPackaged({ LD_LIBRARY_PATH: (await unpackedChromium()).libraries });
  }
}

async function launchPackaged(environment: Record<string, string>): Promise<Browser> {
  const { executablePath, fontsFile } = await unpackedChromium();
  return chromium.launch({
    executablePath,
    // Pages are drawn without a graphics card that software would have to act out: that costs as much again as all that is tested.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--mute-audio'],
    env: { ...process.env, FONTCONFIG_FILE: fontsFile, ...environment },
  });
}
