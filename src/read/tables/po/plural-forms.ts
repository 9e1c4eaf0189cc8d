/** Which plural form a number takes. */

/**
 * The `Plural-Forms` of a catalogue's header as a function; undefined if it can't be understood. The
 * expression is C's, of `n`, numbers and operators.
 */
export function pluralForms(header: string): ((n: number) => number) | undefined {
  const expression = /\bplural\s*=\s*([^;]*)/.exec(header)?.[1];
  if (expression === undefined || expression.length > 300) return undefined;
  try {
    const tokens = expression.match(/\d+|n|[<>=!]=|&&|\|\||[-+*/%<>!?:()]|\S/g) ?? [];
    const parser = new ExpressionParser(tokens);
    const evaluate = parser.whole();
    evaluate(1);
    return evaluate;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type Evaluate = (n: number) => number;

/** From the weakest to the strongest. */
const operators: readonly Readonly<Record<string, (a: number, b: number) => number>>[] = [
  { '||': (a, b) => Number(a !== 0 || b !== 0) },
  { '&&': (a, b) => Number(a !== 0 && b !== 0) },
  { '==': (a, b) => Number(a === b), '!=': (a, b) => Number(a !== b) },
  {
    '<': (a, b) => Number(a < b),
    '>': (a, b) => Number(a > b),
    '<=': (a, b) => Number(a <= b),
    '>=': (a, b) => Number(a >= b),
  },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  { '*': (a, b) => a * b, '/': (a, b) => Math.trunc(a / b), '%': (a, b) => a % b },
];

/** Throws SyntaxError. */
class ExpressionParser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  whole(): Evaluate {
    const value = this.#choice();
    if (this.#at < this.#tokens.length) throw new SyntaxError('more than an expression');
    return value;
  }

  #choice(): Evaluate {
    const condition = this.#binary(0);
    if (!this.#take('?')) return condition;
    const yes = this.#choice();
    this.#expect(':');
    const no = this.#choice();
    return (n) => (condition(n) !== 0 ? yes(n) : no(n));
  }

  #binary(level: number): Evaluate {
    const known = operators[level];
    if (!known) return this.#single();
    let left = this.#binary(level + 1);
    for (;;) {
      const apply = known[this.#tokens[this.#at] ?? ''];
      if (!apply) return left;
      this.#at++;
      const [a, b] = [left, this.#binary(level + 1)];
      left = (n) => apply(a(n), b(n));
    }
  }

  #single(): Evaluate {
    if (this.#take('!')) {
      const inside = this.#single();
      return (n) => Number(inside(n) === 0);
    }
    if (this.#take('(')) {
      const inside = this.#choice();
      this.#expect(')');
      return inside;
    }
    const token = this.#tokens[this.#at++] ?? '';
    if (token === 'n') return (n) => n;
    if (!/^\d+$/.test(token)) throw new SyntaxError(`no value: ${token}`);
    const value = Number(token);
    return () => value;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) throw new SyntaxError(`no ${token}`);
  }
}
