import { cruise } from 'dependency-cruiser';
import configuration from '../../.dependency-cruiser.mjs';
import { root } from '../bootstrap/root.mjs';

const PLACES = ['src', 'client/src', 'packages/sdk/src', 'packages/cli/src', 'packages/mcp/src'];

/**
 * Reads every import under `places` and compares it with the rules of .dependency-cruiser.mjs.
 *
 * @param {import('dependency-cruiser').ICruiseOptions & { places?: string[] }} [options]
 */
export function cruiseImports({ baseDir = root, places = PLACES, ...options } = {}) {
  const { forbidden, options: settings } = configuration;
  return cruise(places, { ...settings, ruleSet: { forbidden }, validate: true, baseDir, ...options });
}
