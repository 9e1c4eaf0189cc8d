import { explainFiles } from '../../../pipeline/files/explain-files.js';
import type { CommandContext } from '../command.js';
import { explanationJson, renderExplanation } from './render.js';
import type { ExplainRequest } from './request.js';

/** Runs `paralign explain`. Throws AppError `usage` if there is no such row. */
export async function runExplain(context: CommandContext, request: ExplainRequest): Promise<void> {
  const explained = await explainFiles(request.sources, request.row, {
    ...request.settings,
    model: request.model,
    cwd: context.cwd,
    signal: context.signal,
    onDiagnostic: (diagnostic) => context.warn(diagnostic),
  });
  const text = context.json
    ? `${JSON.stringify(explanationJson(explained), null, 2)}\n`
    : renderExplanation(explained, context);
  await context.stdout.write(text);
}
