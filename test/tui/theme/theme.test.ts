import { describe, expect, test } from 'vitest';
import { plain } from '../../../src/terminal/line.js';
import { makeTheme, paintLine } from '../../../src/tui/theme/theme.js';

describe('a theme', () => {
  test('paints what styles mean, several of them in one sequence, each attribute once', () => {
    const theme = makeTheme({ color: true, ascii: false });
    expect(paintLine([{ text: 'a', style: 'good' }, plain('b')], theme)).toBe(
      '\u001b[32ma\u001b[0mb',
    );
    expect(paintLine([{ text: 'a', style: 'human selected' }], theme)).toBe(
      '\u001b[36;1ma\u001b[0m',
    );
    expect(paintLine([{ text: 'a', style: 'bold title' }], theme)).toBe('\u001b[1ma\u001b[0m');
  });

  test('without colours keeps what can be seen without them', () => {
    const theme = makeTheme({ color: false, ascii: false });
    const painted = (style: string) => paintLine([{ text: 'a', style }], theme);
    expect(painted('good')).toBe('a');
    expect(painted('error')).toBe('\u001b[1ma\u001b[0m');
    expect(painted('removed')).toBe('\u001b[9ma\u001b[0m');
  });

  test('has an ASCII form of every symbol', () => {
    const { symbols } = makeTheme({ color: false, ascii: true });
    for (const symbol of Object.values(symbols)) expect(symbol).toMatch(/^[ -~]+$/);
  });
});
