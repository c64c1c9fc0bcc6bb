import { plainError } from '../bootstrap/plain-error.mjs';
import { cruiseImports } from './cruise.mjs';

export async function checkImports() {
  const { output, exitCode } = await cruiseImports({ outputType: 'err-long' });
  if (exitCode !== 0) throw plainError(output);
}
