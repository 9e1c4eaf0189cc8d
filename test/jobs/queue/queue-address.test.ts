import { describe, expect, test } from 'vitest';
import { isAddress, parseQueueAddress } from '../../../src/jobs/queue/queue-address.js';

const read = (text: string) => parseQueueAddress(text, '--queue');

describe('the address of a queue', () => {
  test('is a URL with a host, a port and the number of a database', () => {
    expect(read('redis://host')).toEqual({
      host: 'host',
      port: 6379,
      database: 0,
      tls: false,
      shown: 'redis://host',
    });
    expect(read('redis://[::1]:7000/3\n')).toMatchObject({ host: '::1', port: 7000, database: 3 });
  });

  test('passes user, password and TLS on, and shows neither user nor password', () => {
    const address = read('rediss://me:p%40ss@host:1/2');
    expect(address).toMatchObject({ username: 'me', password: 'p@ss', tls: true });
    expect(address.shown).toBe('rediss://host:1/2');
  });

  test.each([
    'host',
    'http://host',
    'redis://',
    'redis://:geheim@host/name',
    'redis://host/0?x=geheim',
    'redis://me:geheim%ZZ@host',
    'redis://geheim%@host',
  ])('%s is none, and the error does not repeat it', (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'usage' }));
    expect(() => read(text)).not.toThrow(/geheim/);
  });

  test('is kept apart from the name of a file', () => {
    expect([isAddress('redis://host'), isAddress('/run/secrets/url'), isAddress('url')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
