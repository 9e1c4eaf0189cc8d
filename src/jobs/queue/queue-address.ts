/** Where a queue is. What is secret of it never appears in messages. */
import { AppError } from '../../errors.js';

/** A queue's server, and how to log in. */
export interface QueueAddress {
  readonly host: string;
  readonly port: number;
  readonly username?: string;
  readonly password?: string;
  /** Number of the database. */
  readonly database: number;
  readonly tls: boolean;
  /** The address without user and password, for messages. */
  readonly shown: string;
}

/** Whether a text is an address, not the name of a file that holds one. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(text);
}

/**
 * The address in a URL: `redis://[user:password@]host[:port][/database]`; `rediss://` for TLS. Throws AppError
 * `usage`, which names `where` it was given and never shows the URL: it may hold a password.
 */
export function parseQueueAddress(text: string, where: string): QueueAddress {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  const tls = url?.protocol === 'rediss:';
  if (url === undefined || (url.protocol !== 'redis:' && !tls) || url.hostname === '')
    throw wrong(where, 'is not the address of a queue');
  const database = /^\/?(\d{0,5})$/.exec(url.pathname)?.[1];
  if (database === undefined)
    throw wrong(where, 'must end in the number of a database, or nothing');
  if (url.search !== '' || url.hash !== '') throw wrong(where, 'must have nothing after ? or #');
  const username = decoded(url.username, where);
  const password = decoded(url.password, where);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 6379 : Number(url.port),
    ...(username !== '' && { username }),
    ...(password !== '' && { password }),
    database: Number(database),
    tls,
    shown: `${url.protocol}//${url.host}${database === '' ? '' : `/${database}`}`,
  };
}

function decoded(text: string, where: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong(where, 'has a % in the user or the password that must be written as %25');
  }
}

const wrong = (where: string, what: string): AppError =>
  new AppError('usage', `${where} ${what}`, {
    hint: 'give redis://host:6379, with TLS rediss://host:6379; with a password in PARALIGN_QUEUE or in a file',
  });
