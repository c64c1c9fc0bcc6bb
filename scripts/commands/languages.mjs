import { checkTranslations, updateTranslations } from '../languages/check.mjs';

export async function run(args) {
  await (args.includes('--check') ? checkTranslations() : updateTranslations());
}
