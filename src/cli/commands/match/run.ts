/** `paralign match`: reads the documents, finds the pairs and writes a manifest. */
import { dirname, relative, resolve } from 'node:path';
import { ExitCode } from '../../../errors.js';
import { readSides } from '../../../jobs/matching/document-sides.js';
import { identified, matchManifest } from '../../../jobs/matching/match-manifest.js';
import { type FoundJobs, readJobs } from '../../../jobs/read-jobs.js';
import { matchDocuments, type DocumentMatch } from '../../../pipeline/matching/match-documents.js';
import type { ProtectedFiles } from '../../../platform/protected-files.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { duration, progressText } from '../../output/progress-text.js';
import { checkOutput, writeResult, type OutputTarget } from '../../output/result.js';
import { runBatch } from '../batch/run.js';
import { commandInputs, type NamedInputs, operandInputs } from '../command-inputs.js';
import type { CommandContext } from '../command.js';
import type { MatchRequest } from './request.js';
import type { DocumentSide } from '../../../pipeline/matching/read-documents.js';

const manifestEndings = { name: 'csv', endings: ['csv'] };
const listEndings = { name: 'list', endings: ['txt', 'csv', 'tsv', 'lst', 'log'] };

/** Runs `paralign match`; resolves to 1 if a document can't be read. */
export async function runMatch(context: CommandContext, request: MatchRequest): Promise<ExitCode> {
  const { cwd, signal, stdout, stderr } = context;
  const { documents, output } = request;
  const named = request.by === 'name' ? await readJobs(documents, { cwd, signal }) : null;
  const sides = named === null ? await readSides(documents, cwd) : [];
  const { jobs = [], left = [] } = named ?? {};
  const read: NamedInputs = {
    sources: [...jobs.flatMap(({ sources }) => sources), ...sides.flat().map(({ path }) => path)],
    settings: request.settings,
    model: request.model.model,
    others: operandInputs(documents, left, cwd),
  };
  const inputs = await commandInputs(context, read);
  await checkOutput(output, { inputs, format: 'csv', endings: { formats: [manifestEndings] } });
  const list = await listTarget(context, request, read);
  const found =
    named === null ? await matchByText(context, request, sides) : foundByName(named, cwd);
  await writeMatches(context, request, found, inputs);
  if (list !== null)
    await writeResult(
      stdout,
      list,
      found.unmatched.map((name) => `${name}\n`),
      list.inputs,
    );
  for (const line of found.failed) context.warn({ code: 'note', message: `left out: ${line}` });
  if (!context.quiet) await stderr.write(`${summary(found)}\n`);
  const code = found.failed.length > 0 ? ExitCode.partial : ExitCode.ok;
  if (request.align === null || output.path === null || found.matches.length === 0) return code;
  const aligned = await runBatch(context, batchRequest(request, request.align, output.path));
  return aligned === ExitCode.ok ? code : aligned;
}

/** Where the documents without a partner are listed: not where the manifest goes. */
async function listTarget(
  context: CommandContext,
  { unmatched, output }: MatchRequest,
  { others = [], ...read }: NamedInputs,
): Promise<(OutputTarget & { readonly inputs: ProtectedFiles }) | null> {
  if (unmatched === null) return null;
  const manifest =
    output.path === null ? [] : [{ path: output.path, what: 'the manifest of -o as well' }];
  const inputs = await commandInputs(context, { ...read, others: [...others, ...manifest] });
  const list = { path: unmatched, clobber: output.clobber };
  await checkOutput(list, { inputs, format: 'list', endings: { formats: [listEndings] } });
  return { ...list, inputs };
}

interface Found {
  readonly matches: readonly DocumentMatch[];
  readonly unmatched: readonly string[];
  /** What could not be read and why. */
  readonly failed: readonly string[];
}

async function matchByText(
  context: CommandContext,
  { documents, settings, model, partners, least, explain }: MatchRequest,
  sides: readonly DocumentSide[],
): Promise<Found> {
  let stage = '';
  let started = 0;
  const { matches, unmatched, leftOver, failed } = await matchDocuments(sides, {
    settings,
    sideNames: documents,
    model,
    cwd: context.cwd,
    signal: context.signal,
    partners,
    ...(least !== null && { least }),
    explain,
    onProgress: (now, done, total) => {
      if (now !== stage) {
        stage = now;
        started = performance.now();
      }
      const spent = performance.now() - started;
      context.progress(
        now === 'read'
          ? `reading: ${progressText(done, total, spent, 'documents')}`
          : `comparing: ${Math.round((100 * done) / total)} %${timeLeft(done / total, spent)}`,
      );
    },
  });
  if (leftOver.length > 0)
    context.warn({ code: 'note', message: leftOverNote(leftOver.map(({ name }) => name)) });
  return {
    matches,
    unmatched: unmatched.map(({ name }) => name),
    failed: failed.map(({ file, error }) => {
      const { message } = error;
      return message.includes(file.name) ? message : `${file.name}: ${message}`;
    }),
  };
}

function leftOverNote([first = '', ...others]: readonly string[]): string {
  const subject =
    others.length === 0
      ? `${first} fits`
      : `${first} and ${others.length} ${others.length === 1 ? 'other' : 'others'} fit`;
  return `${subject} a document that has a partner already; --partners many gives a document several`;
}

/** Little is known of the pace before this share is done. */
const leastShare = 0.05;

function timeLeft(share: number, milliseconds: number): string {
  if (share < leastShare) return '';
  return `, ${duration(((milliseconds / 1000) * (1 - share)) / share)} left`;
}

/** As batch does; nothing is known of the texts, so the score is 1 and the coverage unknown. */
function foundByName({ jobs, left }: FoundJobs, cwd: string): Found {
  return {
    matches: jobs.map(({ sources }) => ({
      documents: sources.map((path) => ({ name: relative(cwd, path), path })),
      languages: [],
      score: 1,
      kind: 'translation',
      coverage: [],
      passages: [],
      terms: [],
    })),
    unmatched: left,
    failed: [],
  };
}

async function writeMatches(
  context: CommandContext,
  { output, explain }: MatchRequest,
  { matches, unmatched, failed }: Found,
  inputs: ProtectedFiles,
): Promise<void> {
  const { cwd, stdout, json } = context;
  const folder = output.path === null ? cwd : dirname(output.path);
  if (output.path !== null || (!json && !explain))
    await writeResult(stdout, output, matchManifest(matches, folder), inputs);
  if (json)
    await stdout.write(
      `${JSON.stringify({
        matches: identified(matches).map(({ id, match }) => ({
          id,
          ...match,
          documents: match.documents.map(({ name }) => name),
        })),
        unmatched,
        failed,
      })}\n`,
    );
  else if (explain)
    for (const { id, match } of identified(matches)) await stdout.write(explanation(id, match));
}

/** Why a match was made, for people. */
function explanation(
  id: string,
  { documents, score, kind, coverage, passages, terms }: DocumentMatch,
): string {
  const names = documents.map(({ name }, at) => {
    const own = coverage[at];
    return `  ${name}${own === undefined ? '' : ` (${Math.round(100 * own)} % covered)`}`;
  });
  return [
    `${id}: ${kind}, probability ${score.toFixed(3)}`,
    ...names,
    ...(terms.length > 0 ? [`  both have: ${terms.join(', ')}`] : []),
    ...passages.flatMap(({ a, b }) => [`  - ${shortened(a)}`, `    ${shortened(b)}`]),
    '',
  ]
    .map((line) => `${oneLine(line)}\n`)
    .join('');
}

const longestPassage = 120;

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > longestPassage
    ? `${letters.slice(0, longestPassage).join('').trimEnd()}…`
    : text;
}

function summary({ matches, unmatched, failed }: Found): string {
  return [
    matches.length === 1 ? '1 match' : `${matches.length} matches`,
    `${unmatched.length} without a partner`,
    ...(failed.length > 0 ? [`${failed.length} not read`] : []),
  ].join(', ');
}

function batchRequest(
  { settings, model, output: { clobber } }: MatchRequest,
  folder: string,
  manifest: string,
): Parameters<typeof runBatch>[1] {
  return {
    jobs: [resolve(manifest)],
    folder,
    settings,
    model,
    format: 'csv',
    results: null,
    pool: null,
    writeOptions: {},
    clobber,
    lanes: null,
    resume: false,
    failFast: false,
    dryRun: false,
  };
}
