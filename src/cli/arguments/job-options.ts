/** The options of one job on top of those of the command line. */
import { AppError } from '../../errors.js';
import type { Origin, ParsedArguments } from './option-spec.js';
import { inputOptionTable, alignmentOptions, outputOptions } from './options.js';
import { parseArguments, type Setting } from './parse-arguments.js';
import { suggest } from './suggest.js';

/** What a job may say: not its model, which the worker keeps loaded. */
const options = [
  ...inputOptionTable,
  ...Object.values(alignmentOptions),
  outputOptions.pairsOnly,
].map((option) => ({ ...option, configurable: true }));

/** Arguments with a job's own options in place of the command's. Throws AppError `bad-job`. */
export function withJobOptions(
  args: ParsedArguments,
  given: Readonly<Record<string, Setting['value']>>,
): ParsedArguments {
  const names = options.map(({ long }) => long);
  const settings = new Map<string, Setting>();
  for (const [name, value] of Object.entries(given)) {
    if (!names.includes(name)) {
      const nearest = suggest(name, names);
      throw new AppError(
        'bad-job',
        `options.${name}: not an option of a job${nearest ? `; did you mean "${nearest}"?` : ''}`,
        { hint: `options of a job: ${names.join(', ')}` },
      );
    }
    settings.set(name, { value, origin: 'project', where: `options.${name}` });
  }
  return new Overlaid(args, parsed(settings), new Set(settings.keys()));
}

function parsed(settings: ReadonlyMap<string, Setting>): ParsedArguments {
  try {
    return parseArguments([], { usage: 'paralign worker', options, arguments: [] }, settings);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError('bad-job', error.message, { cause: error });
  }
}

class Overlaid implements ParsedArguments {
  readonly #below: ParsedArguments;
  readonly #above: ParsedArguments;
  readonly #names: ReadonlySet<string>;

  constructor(below: ParsedArguments, above: ParsedArguments, names: ReadonlySet<string>) {
    this.#below = below;
    this.#above = above;
    this.#names = names;
  }

  get operands(): readonly string[] {
    return this.#below.operands;
  }

  #of(long: string): ParsedArguments {
    return this.#names.has(long) ? this.#above : this.#below;
  }

  flag(long: string): boolean {
    return this.#of(long).flag(long);
  }

  text(long: string): string | undefined {
    return this.#of(long).text(long);
  }

  number(long: string): number | undefined {
    return this.#of(long).number(long);
  }

  list(long: string): readonly string[] {
    return this.#of(long).list(long);
  }

  origin(long: string): Origin {
    return this.#of(long).origin(long);
  }
}
