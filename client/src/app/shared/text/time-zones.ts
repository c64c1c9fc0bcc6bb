import type { Choice } from '../ui/field/select-field';
import { compareNames } from '../language/names';

/** The time zone of this browser. */
export function timeZoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** That of this browser, and then all others by name. What was chosen elsewhere is among them, whatever this browser knows. */
export function timeZoneChoices(chosen: string | null): readonly Choice[] {
  const here = timeZoneHere();
  const known = new Set([...Intl.supportedValuesOf('timeZone'), ...(chosen === null ? [] : [chosen])]);
  known.delete(here);
  return [
    { value: here, words: $localize`${inWords(here)}:timeZone: (this device)` },
    ...[...known].sort(compareNames).map((zone) => ({ value: zone, words: inWords(zone) })),
  ];
}

function inWords(zone: string): string {
  return zone.replaceAll('_', ' ').replaceAll('/', ' / ');
}
