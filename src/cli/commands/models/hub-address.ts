import { AppError } from '../../../errors.js';
import { badConfig } from '../../arguments/bad-config.js';

/** The error for an invalid hub address, naming the place where it was given; undefined if it is valid. */
export function badHub(hub: string, origin: 'flag' | 'environment'): AppError | undefined {
  if (/^https?:\/\//i.test(hub) && URL.canParse(hub)) return undefined;
  const message = `"${hub}" is not the address of a hub`;
  const hint = 'the address of a hub begins with https://';
  return origin === 'flag'
    ? new AppError('usage', message, { hint })
    : badConfig(`PARALIGN_MODEL_HUB: ${message}`, hint);
}
