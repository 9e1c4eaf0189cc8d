import { loadChosenModel } from '../../../pipeline/chosen-model.js';
import { segmentFiles } from '../../../pipeline/files/segment-files.js';
import { plainText } from '../../../text/markup.js';
import { vectorEndings, writeVectors } from '../../../write/vectors.js';
import { checkOutput, writeResult } from '../../output/result.js';
import type { CommandContext } from '../command.js';
import { commandInputs } from '../command-inputs.js';
import type { EmbedRequest } from './request.js';

/** Runs `paralign embed`. The default format is npy, or JSON lines on a terminal. */
export async function runEmbed(context: CommandContext, request: EmbedRequest): Promise<void> {
  const { stdout, cwd, signal } = context;
  const { output, settings } = request;
  const inputs = await commandInputs(context, {
    sources: request.sources,
    settings,
    model: request.model.model,
  });
  await checkOutput(output, {
    inputs,
    format: request.format,
    endings: { formats: vectorEndings },
  });
  const onTerminal = output.path === null && stdout.isTerminal;
  const format = request.format ?? (onTerminal ? 'jsonl' : 'npy');
  const loading = loadChosenModel(request.model);
  loading.catch(() => {});
  const sources = await segmentFiles(request.sources, {
    ...settings,
    cwd,
    signal,
    onDiagnostic: (diagnostic) => context.warn(diagnostic),
  });
  const texts = sources.flatMap(({ sentences }) => sentences.map(plainText));
  const embedder = await loading;
  try {
    const { vectors } = await embedder.embed(texts, {
      onProgress: (done) => {
        signal.throwIfAborted();
        context.progress(`embedding ${done} of ${texts.length} sentences`);
      },
    });
    await writeResult(stdout, output, writeVectors(vectors, format), inputs);
  } finally {
    await embedder.close();
  }
}
