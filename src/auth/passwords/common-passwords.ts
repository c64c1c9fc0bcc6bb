import { lazily } from '../../runtime/index.js';

/** OWASP's ASVS asks for the 3,000 commonest at least; far more, and people are refused whom no guesser would find. */
const COMMONEST = 5000;

/** Whether a password is among those that a guesser tries first. Case does not save it. */
export async function isCommonPassword(password: string): Promise<boolean> {
  return (await commonPasswords()).has(password.toLowerCase());
}

/** Read when the first password is chosen. The list begins with the commonest; shorter ones are refused for being short. */
const commonPasswords = lazily(async () => {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const longEnough = dictionary['passwords-common'].map(String).filter((password) => password.length >= 8);
  return new Set(longEnough.slice(0, COMMONEST));
});
