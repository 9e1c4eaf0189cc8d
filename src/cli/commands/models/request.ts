import { AppError } from '../../../errors.js';
import { downloadedFiles, mainFile, publicHub } from '../../../platform/models/model-download.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import { badHub } from './hub-address.js';
import type { CommandContext } from '../command.js';

/** The arguments of `paralign models`. */
export type ModelsRequest =
  { readonly action: 'list' | 'verify'; readonly names: readonly string[] } | DownloadRequest;

/** The arguments of `paralign models download`. */
export interface DownloadRequest {
  readonly action: 'download';
  /** At least one. */
  readonly names: readonly string[];
  /** Address of the hub. */
  readonly hub: string;
  readonly fullPrecision: boolean;
  /** Required SHA-256 digests: path in the model (or `mainFile`) -> hex in lower case. */
  readonly digests: ReadonlyMap<string, string>;
}

/** Reads the arguments of `paralign models`. Throws AppError `usage`. */
export function readModelsRequest(
  { env }: Pick<CommandContext, 'env'>,
  args: ParsedArguments,
): ModelsRequest {
  const [action = 'list', ...names] = args.operands;
  const digests = args.list('sha256');
  if (digests.length > 0 && action !== 'download') {
    throw new AppError('usage', `models ${action}: --sha256 works with download only`, {
      hint: '"paralign models verify" compares with the SHA256SUMS file in the folder of the model',
    });
  }
  switch (action) {
    case 'list':
    case 'verify':
      return { action, names };
    case 'download':
      return readDownload(env, args, names);
    default:
      throw new AppError('usage', `models: unknown action "${action}"`, {
        hint: 'the actions are list, verify and download',
      });
  }
}

function readDownload(
  env: CommandContext['env'],
  args: ParsedArguments,
  names: readonly string[],
): DownloadRequest {
  if (names.length === 0) {
    throw new AppError('usage', 'models download: name the model to download', {
      hint: 'for example: paralign models download Xenova/multilingual-e5-small',
    });
  }
  const digests = readDigests(args.list('sha256'), names);
  const given = args.text('from');
  const hub = given ?? (env['PARALIGN_MODEL_HUB'] || publicHub);
  const bad = badHub(hub, given === undefined ? 'environment' : 'flag');
  if (bad !== undefined) throw bad;
  return { action: 'download', names, hub, fullPrecision: args.flag('full-precision'), digests };
}

/** `FILE=HEX`, or `HEX` alone for the graph. */
function readDigests(
  values: readonly string[],
  names: readonly string[],
): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  for (const value of values) {
    const at = value.lastIndexOf('=');
    const file = at < 0 ? mainFile : value.slice(0, at).replace(/^\.\//, '');
    const digest = value
      .slice(at + 1)
      .replace(/^sha256:/i, '')
      .toLowerCase();
    if (!/^[0-9a-f]{64}$/.test(digest)) {
      throw badDigest(`"${value}": a SHA-256 digest has 64 characters, 0 to 9 and a to f`);
    }
    if (at >= 0 && !downloadedFiles.includes(file)) {
      throw badDigest(`"${file}" is not a file of a model (files: ${downloadedFiles.join(', ')})`);
    }
    const before = digests.get(file);
    if (before !== undefined && before !== digest) {
      throw badDigest(`two digests for ${file === mainFile ? 'the graph' : file}`);
    }
    digests.set(file, digest);
  }
  if (digests.size > 0 && names.length > 1) {
    throw badDigest('digests can be given for one model only');
  }
  return digests;
}

function badDigest(message: string): AppError {
  return new AppError('usage', `--sha256: ${message}`, {
    hint: 'for example: --sha256 onnx/model_quantized.onnx=HEX, or --sha256 HEX for the graph',
  });
}
