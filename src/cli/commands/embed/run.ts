import type { Embedder, OutputPart, Sentence, Vectors } from '../../../domain.js';
import { loadChosenModel } from '../../../pipeline/chosen-model.js';
import { segmentFiles } from '../../../pipeline/files/segment-files.js';
import { plainText } from '../../../text/markup.js';
import { vectorEndings, writeVectors } from '../../../write/vectors.js';
import { checkOutput, writeParts } from '../../output/result.js';
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
  const sentences = sources.flatMap((source) => source.sentences);
  const embedder = await loading;
  try {
    const { dimension } = embedder;
    const parts = embedInParts(context, sentences, embedder);
    const chunks = writeVectors({ count: sentences.length, dimension }, parts, format);
    await writeParts(stdout, output, onlyFile(chunks), inputs);
  } finally {
    await embedder.close();
  }
}

/** Sentences whose vectors are held at a time. */
const atOnce = 1 << 15;

async function* embedInParts(
  { signal, progress }: Pick<CommandContext, 'signal' | 'progress'>,
  sentences: readonly Sentence[],
  embedder: Embedder,
): AsyncGenerator<Vectors, void, undefined> {
  for (let from = 0; from < sentences.length; from += atOnce) {
    const texts = sentences.slice(from, from + atOnce).map(plainText);
    const { vectors } = await embedder.embed(texts, {
      onProgress: (done) => {
        signal.throwIfAborted();
        progress(`embedding ${from + done} of ${sentences.length} sentences`);
      },
    });
    yield vectors;
  }
}

async function* onlyFile(
  chunks: AsyncIterable<OutputPart['chunk']>,
): AsyncGenerator<OutputPart, void, undefined> {
  for await (const chunk of chunks) yield { file: '', chunk };
}
