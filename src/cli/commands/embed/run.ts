import { vectorFormatOfFile, vectorFormats, writeVectors } from '../../../write/vectors.js';
import { readInputs } from '../../../pipeline/read-inputs.js';
import { segmentRead } from '../../../pipeline/segmentation.js';
import type { CommandContext } from '../command.js';
import { loadInputs } from '../../../pipeline/load-files.js';
import { readCandidates, readLanguages } from '../../arguments/language-options.js';
import { loadModel } from '../../arguments/load-model.js';
import { checkOutput, outputPath, writeResult } from '../../output/result.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';

/** Runs `paralign embed`. */
export async function runEmbed(context: CommandContext, args: ParsedArguments): Promise<void> {
  await checkOutput(context, args);
  const format = readVectorFormat(context, args);
  const loading = loadModel(args);
  loading.catch(() => {});
  const inputs = await loadInputs(context, args.operands);
  const only = readCandidates(args.text('only'));
  const encoding = args.text('encoding');
  const settings = {
    segmented: args.flag('segmented'),
    languages: readLanguages(args.list('lang')),
    ...(only && { only }),
    ...(encoding !== undefined && { encoding }),
  };
  const read = await readInputs(inputs, settings);
  const sentences = [...segmentRead(read, settings)].flatMap((source) => source.sentences);
  const embedder = await loading;
  try {
    const { vectors } = await embedder.embed(
      sentences.map(({ text }) => text),
      {
        onProgress: (done) => {
          context.signal.throwIfAborted();
          context.progress(`embedding ${done} of ${sentences.length}`);
        },
      },
    );
    await writeResult(context, args, writeVectors(vectors, format));
  } finally {
    await embedder.close();
  }
}

/** `--format`, else what the ending of the output names, else npy; JSON lines on a terminal. */
function readVectorFormat(
  context: CommandContext,
  args: ParsedArguments,
): (typeof vectorFormats)[number] {
  const named = vectorFormats.find((format) => format === args.text('format'));
  if (named) return named;
  const path = outputPath(context, args);
  if (path !== undefined) return vectorFormatOfFile(path) ?? 'npy';
  return context.stdout.isTerminal ? 'jsonl' : 'npy';
}
