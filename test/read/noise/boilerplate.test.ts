import { describe, expect, test } from 'vitest';
import { isBoilerplate } from '../../../src/read/noise/boilerplate.js';

describe('page furniture', () => {
  test.each([
    'Views: 14',
    'Subscribe to get the latest posts sent to your email.',
    'Share on Facebook',
    'Facebook | Twitter | WhatsApp',
    '5 min read',
    'Suscríbete a nuestro boletín',
    'Подпишитесь на наш канал',
    '© 2024 Example Press. All rights reserved.',
  ])('are: %s', (line) => {
    expect(isBoilerplate(line)).toBe(true);
  });

  test.each([
    'Share prices fell on Monday.',
    'Views differ on this question.',
    'He told her to subscribe to nothing at all.',
    'Read more books.',
    'Follow',
  ])('is not text that looks like them: %s', (line) => {
    expect(isBoilerplate(line)).toBe(false);
  });

  test('is never long, whatever it begins with', () => {
    const cookies = 'We use cookies to make this site work.';
    expect(isBoilerplate(cookies)).toBe(true);
    expect(isBoilerplate(`${cookies} ${'And so on. '.repeat(20)}`)).toBe(false);
  });
});
