import { checkCodes, type Check, type CheckSide } from '../../domain.js';

/**
 * Checks as flat formats name them: `number:3≠5; name:Amr≠∅`, or `number:a 3≠c 5` with letters.
 *
 * @param streams the streams of the row: without letters, its first two
 * @param letters the letters of streams, where checks name them
 */
export function parseChecks(
  text: string,
  streams: readonly number[],
  letters?: ReadonlyMap<number, string>,
): Check[] {
  const byLetter = letters && new Map([...letters].map(([stream, letter]) => [letter, stream]));
  const side = (given: string, otherwise: number | undefined): CheckSide | undefined => {
    const [, letter = '', rest = ''] = /^(\S+) (.*)$/s.exec(given) ?? [];
    const stream = byLetter ? byLetter.get(letter) : otherwise;
    if (stream === undefined) return undefined;
    const values = byLetter ? rest : given;
    return { stream, values: values === '∅' ? [] : values.split(', '), spans: [] };
  };
  return text.split('; ').flatMap((part): Check[] => {
    const [, name, left, right] = /^([a-z]+):(.*)≠(.*)$/s.exec(part) ?? [];
    const code = checkCodes.find((known) => known === name);
    const [a, b] = [side(left ?? '', streams[0]), side(right ?? '', streams[1])];
    return code && a && b ? [{ code, a, b }] : [];
  });
}
