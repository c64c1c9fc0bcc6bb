export interface Device {
  /** In words that people use of it: "Firefox on Linux". */
  readonly name: string;
  readonly kind: 'computer' | 'phone' | 'program';
}

// The first that fits counts: most browsers also claim to be those further down.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\/|\bOPT\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\b(?:Headless)?Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string, Device['kind']])[] = [
  [/\biPhone\b|\biPod\b/, 'iPhone', 'phone'],
  [/\biPad\b/, 'iPad', 'phone'],
  [/\bAndroid\b/, 'Android', 'phone'],
  [/\bWindows\b/, 'Windows', 'computer'],
  [/\bCrOS\b/, 'ChromeOS', 'computer'],
  [/\bMacintosh\b|\bMac OS X\b/, 'macOS', 'computer'],
  [/\bLinux\b|\bX11\b/, 'Linux', 'computer'],
];

/** What a program that calls itself so (User-Agent) most likely is; one that is no browser is called what it calls itself. */
export function deviceOf(userAgent: string | null): Device {
  const text = userAgent?.trim() ?? '';
  if (text === '') return { name: $localize`Unknown program`, kind: 'program' };
  const browser = BROWSERS.find(([mark]) => mark.test(text))?.[1];
  if (browser === undefined || !text.startsWith('Mozilla/')) return { name: text, kind: 'program' };
  const [, system, kind] = SYSTEMS.find(([mark]) => mark.test(text)) ?? [];
  return system === undefined || kind === undefined
    ? { name: browser, kind: 'computer' }
    : { name: $localize`${browser}:browser: on ${system}:system:`, kind };
}
