import { AppError } from '../../../errors.js';
import { publicHub } from '../../../platform/models/model-download.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import type { CommandContext } from '../command.js';

/** What `paralign models` is asked for. */
export type ModelsRequest =
  { readonly action: 'list' | 'verify'; readonly names: readonly string[] } | DownloadRequest;

/** What `paralign models download` is asked for. */
export interface DownloadRequest {
  readonly action: 'download';
  /** At least one. */
  readonly names: readonly string[];
  /** Address of the hub. */
  readonly hub: string;
  readonly fullPrecision: boolean;
}

/** Reads the arguments of `paralign models`. Throws AppError `usage`. */
export function readModelsRequest(
  { env }: Pick<CommandContext, 'env'>,
  args: ParsedArguments,
): ModelsRequest {
  const [action = 'list', ...names] = args.operands;
  switch (action) {
    case 'list':
    case 'verify':
      return { action, names };
    case 'download':
      return readDownload(env, args, names);
    default:
      throw new AppError('usage', `models: unknown action "${action}"`, {
        hint: 'actions are list, verify and download',
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
  const hub = args.text('from') ?? (env['PARALIGN_MODEL_HUB'] || publicHub);
  if (!/^https?:\/\//i.test(hub) || !URL.canParse(hub)) {
    throw new AppError('usage', `"${hub}" is not the address of a hub`, {
      hint: 'addresses begin with https://',
    });
  }
  return { action: 'download', names, hub, fullPrecision: args.flag('full-precision') };
}
