import { describe, expect, test } from 'vitest';
import { describeWithFlags } from '../src/cli/output/flag-hints.js';
import { describeDiagnostic } from '../src/diagnostics.js';

describe('a doubtful encoding', () => {
  const others = [
    { encoding: 'cp852', probability: 0.2 },
    { encoding: 'windows-1250', probability: 0.094 },
  ];
  const diagnostic = {
    code: 'encoding-uncertain',
    source: 'a.txt',
    encoding: 'macroman',
    probability: 0.706,
    others,
  } as const;

  test('names the other possibilities', () => {
    expect(describeDiagnostic(diagnostic)).toBe(
      'a.txt: read as macroman (71%); cp852 (20%) and windows-1250 (9%) are also possible',
    );
    expect(describeDiagnostic({ ...diagnostic, others: others.slice(0, 1) })).toBe(
      'a.txt: read as macroman (71%); cp852 (20%) is also possible',
    );
    expect(describeDiagnostic({ ...diagnostic, others: [] })).toContain('but this is not certain');
  });

  test('names the option that resolves it', () => {
    expect(describeWithFlags(diagnostic)).toMatch(/\(set it with --encoding\)$/);
  });
});
