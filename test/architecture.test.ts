import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = new URL('../src', import.meta.url).pathname;

/**
 * What each folder may import besides itself and the shared types (`domain.ts`, `errors.ts`,
 * `diagnostics.ts`). A folder stands below all that import it, so the list is also the order of the
 * layers. Only what is used is granted.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'text/patterns': [],
  text: ['text/patterns'],
  'text/json': [],
  'text/languages': ['text'],
  'text/terms': ['text'],
  terminal: ['text'],
  'read/archive': [],
  'read/decode/data': [],
  'read/decode': ['read/decode/data'],
  'read/xml': ['read/decode'],
  'read/documents': ['read/xml'],
  'read/documents/office': ['read/documents'],
  'read/documents/docx': [
    'read/archive',
    'read/documents',
    'read/documents/office',
    'read/xml',
    'text/languages',
  ],
  'read/documents/html': ['read/decode', 'read/documents', 'read/xml', 'text/languages'],
  'read/documents/epub': [
    'read/archive',
    'read/decode',
    'read/documents',
    'read/documents/html',
    'read/xml',
    'text/languages',
  ],
  'read/documents/odt': [
    'read/archive',
    'read/documents',
    'read/documents/office',
    'read/xml',
    'text/languages',
  ],
  'read/documents/pdf/data': [],
  'read/documents/pdf': ['read/documents', 'read/documents/pdf/data'],
  'read/documents/rtf': ['read/documents', 'read/documents/office'],
  'read/documents/subtitles': ['read/documents'],
  'read/documents/xml': ['read/documents', 'read/xml', 'text/languages'],
  'read/noise': [],
  'read/tables': [
    'read/archive',
    'read/decode',
    'read/documents',
    'read/xml',
    'text',
    'text/json',
    'text/languages',
  ],
  'read/recognise': ['read/decode', 'read/tables'],
  'read/tables/json': [
    'read/decode',
    'read/documents',
    'read/tables',
    'read/xml',
    'text/json',
    'text/languages',
  ],
  'read/tables/po': [
    'read/decode',
    'read/documents',
    'read/tables',
    'read/xml',
    'text',
    'text/languages',
  ],
  'read/tables/tmx': ['read/documents', 'read/tables', 'read/xml', 'text/languages'],
  'read/tables/xliff': ['read/documents', 'read/tables', 'read/xml', 'text/languages'],
  read: [
    'read/archive',
    'read/decode',
    'read/documents',
    'read/documents/docx',
    'read/documents/epub',
    'read/documents/html',
    'read/documents/odt',
    'read/documents/pdf',
    'read/documents/rtf',
    'read/documents/subtitles',
    'read/documents/xml',
    'read/noise',
    'read/recognise',
    'read/tables',
    'read/tables/json',
    'read/tables/po',
    'read/tables/tmx',
    'read/tables/xliff',
    'read/xml',
  ],
  'read/glossary': ['read/decode', 'read/tables', 'read/xml', 'text/languages', 'text/terms'],
  'read/numbers': ['read/decode', 'read/tables', 'read/xml'],
  'read/splitting': ['read/decode', 'read/xml', 'text/patterns'],
  'read/tables/stored': [
    'read/decode',
    'read/documents',
    'read/tables',
    'read/tables/json',
    'text/languages',
  ],
  'read/written': [
    'read/archive',
    'read/decode',
    'read/tables',
    'read/tables/po',
    'read/tables/stored',
    'read/xml',
    'text',
    'text/json',
  ],
  language: ['text', 'text/patterns'],
  'segment/languages': ['text'],
  segment: ['language', 'segment/languages', 'text', 'text/patterns'],
  'segment/splitting': ['read/splitting', 'segment', 'text', 'text/patterns'],
  'platform/files': [],
  platform: ['platform/files'],
  'platform/memory': [],
  'check/passage': [],
  'check/numbers': ['check/passage', 'text', 'text/patterns'],
  'check/dates': ['check/numbers', 'check/passage', 'text', 'text/patterns'],
  'check/glossary': ['check/passage', 'text/terms'],
  'check/length': ['check/passage'],
  'check/names': ['check/passage', 'text'],
  'check/negation': ['check/passage', 'text', 'text/patterns'],
  'check/quotations': ['check/passage', 'text/patterns'],
  'check/untranslated': ['check/passage', 'text/patterns'],
  check: [
    'check/dates',
    'check/glossary',
    'check/length',
    'check/names',
    'check/negation',
    'check/numbers',
    'check/passage',
    'check/quotations',
    'check/untranslated',
    'text',
    'text/terms',
  ],
  review: ['check', 'read/splitting', 'text', 'text/terms'],
  'review/replay': ['review'],
  'review/file': ['review', 'review/replay', 'text/json', 'text/patterns'],
  'platform/review': ['platform', 'review', 'review/file', 'review/replay'],
  'platform/models': ['platform', 'platform/review'],
  'platform/runtime': ['platform'],
  'platform/start': ['platform'],
  'embed/runtime': ['text/json'],
  'embed/hub': ['embed/runtime', 'platform'],
  'embed/pooled': ['embed/runtime', 'text'],
  'embed/table': ['embed/pooled', 'embed/runtime', 'text'],
  embed: [
    'embed/hub',
    'embed/pooled',
    'embed/runtime',
    'embed/table',
    'platform',
    'platform/models',
    'platform/runtime',
    'text',
  ],
  'align/numeric': [],
  'align/vectors': ['align/numeric'],
  'align/input': ['align/numeric', 'align/vectors', 'text'],
  'align/search': ['align/input', 'align/vectors', 'text'],
  'align/evidence': ['align/input', 'align/search', 'align/vectors', 'text'],
  'align/order': ['align/input'],
  'align/likeness': [
    'align/evidence',
    'align/input',
    'align/order',
    'align/vectors',
    'text/patterns',
  ],
  'align/features': ['align/evidence', 'align/search'],
  'align/stretches': ['align/input', 'align/search', 'align/vectors', 'text'],
  'align/parallel': [
    'align/evidence',
    'align/features',
    'align/input',
    'align/numeric',
    'align/order',
    'align/search',
    'align/stretches',
    'align/vectors',
  ],
  'align/passages': [
    'align/input',
    'align/numeric',
    'align/parallel',
    'align/stretches',
    'align/vectors',
  ],
  'align/comparable': [
    'align/input',
    'align/likeness',
    'align/numeric',
    'align/order',
    'align/passages',
    'align/vectors',
    'text',
  ],
  'align/mode': ['align/comparable', 'align/input', 'align/order', 'align/vectors', 'text'],
  'align/moved': ['align/comparable', 'align/input', 'align/order', 'align/vectors'],
  'align/automatic': [
    'align/comparable',
    'align/input',
    'align/mode',
    'align/moved',
    'align/order',
    'align/parallel',
    'align/passages',
    'align/stretches',
    'align/vectors',
    'text',
  ],
  align: [
    'align/automatic',
    'align/comparable',
    'align/input',
    'align/mode',
    'align/moved',
    'align/order',
    'align/parallel',
    'align/stretches',
  ],
  'align/excerpt': [
    'align',
    'align/automatic',
    'align/input',
    'align/mode',
    'align/order',
    'align/vectors',
  ],
  'align/words': ['align/numeric', 'text'],
  'align/explain': ['align/input', 'align/parallel', 'align/vectors', 'align/words', 'text'],
  'review/operations': ['review', 'text'],
  'write/records': ['text'],
  'report/data': ['write/records'],
  'report/summary': ['report/data'],
  'report/sections': ['report/data', 'report/summary', 'text'],
  report: ['check', 'report/data', 'report/sections', 'text/json', 'write/records'],
  'review/import': ['read/tables', 'report', 'review', 'review/operations', 'text'],
  'review/update': ['review', 'review/operations'],
  'write/filter': ['text', 'write/records'],
  'write/xml': ['write/records'],
  'write/formats/book': ['text', 'write/records', 'write/xml'],
  'write/formats/zip': ['write/records', 'write/xml'],
  'write/formats/docx': ['text', 'write/formats/book', 'write/formats/zip', 'write/xml'],
  'write/formats/epub': ['text', 'write/formats/book', 'write/records', 'write/xml'],
  'write/formats/xlsx': ['text', 'write/formats/zip', 'write/xml'],
  'write/formats': [
    'text',
    'write/formats/book',
    'write/formats/docx',
    'write/formats/epub',
    'write/formats/xlsx',
    'write/formats/zip',
    'write/records',
    'write/xml',
  ],
  write: ['write/filter', 'write/formats', 'write/records', 'write/xml'],
  score: ['text'],
  'pipeline/embedding': ['align/excerpt', 'embed/pooled', 'segment', 'text'],
  'pipeline/excerpts': ['align/excerpt', 'align/input', 'text'],
  'pipeline/glossary': ['align/input', 'check', 'text/terms'],
  'pipeline/isolation': ['platform', 'read', 'read/documents'],
  'pipeline/references': ['align/input', 'read/tables', 'text'],
  pipeline: [
    'align',
    'align/excerpt',
    'align/input',
    'align/mode',
    'align/order',
    'align/parallel',
    'align/stretches',
    'check',
    'embed',
    'language',
    'pipeline/embedding',
    'pipeline/excerpts',
    'pipeline/glossary',
    'pipeline/isolation',
    'pipeline/references',
    'platform',
    'platform/memory',
    'platform/models',
    'read',
    'read/archive',
    'read/documents',
    'read/noise',
    'read/splitting',
    'review',
    'review/operations',
    'segment',
    'segment/splitting',
    'text',
    'text/terms',
  ],
  quality: ['language', 'text'],
  'pipeline/quality': ['embed', 'quality', 'text', 'write', 'write/records'],
  'pipeline/explain': [
    'align/explain',
    'align/input',
    'align/parallel',
    'check',
    'pipeline',
    'pipeline/quality',
    'review',
    'text',
    'write/records',
  ],
  'pipeline/threads': [
    'align/excerpt',
    'align/input',
    'check',
    'pipeline',
    'pipeline/embedding',
    'pipeline/excerpts',
    'pipeline/isolation',
    'platform',
    'platform/memory',
    'platform/start',
    'segment',
    'text/terms',
  ],
  'pipeline/written': [
    'align',
    'check',
    'language',
    'pipeline',
    'pipeline/references',
    'read/numbers',
    'read/written',
    'segment',
    'text',
    'write/records',
  ],
  'pipeline/files': [
    'check',
    'language',
    'pipeline',
    'pipeline/explain',
    'pipeline/isolation',
    'pipeline/references',
    'pipeline/threads',
    'pipeline/written',
    'platform',
    'read',
    'read/archive',
    'read/decode',
    'read/glossary',
    'read/numbers',
    'read/splitting',
    'read/tables',
    'read/tables/po',
    'read/tables/stored',
    'read/tables/tmx',
    'read/tables/xliff',
    'read/written',
    'segment',
    'text/languages',
    'text/terms',
    'write/records',
  ],
  'match/documents': ['align/evidence', 'align/input', 'align/vectors', 'text'],
  'match/evidence': ['align/vectors', 'match/documents'],
  match: ['align/vectors', 'match/documents', 'match/evidence'],
  'pipeline/matching': [
    'align/vectors',
    'match',
    'match/documents',
    'pipeline',
    'pipeline/files',
    'pipeline/references',
    'platform',
    'text',
  ],
  'pipeline/words': ['align/words', 'review', 'text', 'write/records'],
  terms: ['align/words', 'text', 'text/terms'],
  'pipeline/terms': ['align/words', 'language', 'pipeline/words', 'terms', 'text', 'write/records'],
  jobs: [
    'pipeline',
    'pipeline/files',
    'pipeline/isolation',
    'pipeline/quality',
    'platform',
    'read/documents',
    'review',
    'review/file',
    'text',
    'text/json',
    'write',
    'write/filter',
    'write/records',
  ],
  'jobs/stores': ['jobs', 'pipeline', 'platform', 'platform/files'],
  'jobs/workers': ['jobs', 'jobs/stores', 'pipeline', 'platform', 'platform/start'],
  'jobs/batch': [
    'jobs',
    'jobs/stores',
    'jobs/workers',
    'pipeline',
    'pipeline/files',
    'platform',
    'platform/review',
    'write',
  ],
  'jobs/lines': ['jobs', 'jobs/stores', 'jobs/workers', 'pipeline', 'pipeline/files', 'text/json'],
  'jobs/matching': ['jobs', 'pipeline', 'pipeline/matching', 'platform', 'text'],
  'jobs/queue': ['jobs', 'jobs/workers', 'platform', 'platform/start'],
  'tui/theme': ['review', 'terminal'],
  'tui/view': ['review', 'review/operations', 'terminal', 'text'],
  'tui/compose/pages': ['review', 'terminal', 'text', 'tui/theme', 'tui/view'],
  'tui/compose/detail': ['check', 'review', 'terminal', 'text', 'tui/theme', 'tui/view'],
  'tui/modes': [
    'review',
    'review/operations',
    'text',
    'text/languages',
    'tui/compose/detail',
    'tui/compose/pages',
    'tui/theme',
    'tui/view',
  ],
  tui: [
    'platform/review',
    'review',
    'review/operations',
    'tui/compose/pages',
    'tui/modes',
    'tui/view',
  ],
  'tui/compose/list': ['review', 'terminal', 'text', 'tui/theme', 'tui/view'],
  'tui/compose': [
    'review',
    'terminal',
    'text',
    'tui/compose/detail',
    'tui/compose/list',
    'tui/compose/pages',
    'tui/theme',
    'tui/view',
  ],
  'tui/plain': [
    'check',
    'review',
    'review/operations',
    'terminal',
    'tui',
    'tui/compose',
    'tui/compose/pages',
    'tui/modes',
    'tui/theme',
    'tui/view',
  ],
  'tui/screen': ['platform', 'tui', 'tui/compose', 'tui/theme', 'tui/view'],
  'cli/output': [
    'pipeline',
    'pipeline/words',
    'platform',
    'platform/memory',
    'terminal',
    'write',
    'write/records',
  ],
  'cli/arguments': [
    'cli/output',
    'jobs/queue',
    'pipeline',
    'pipeline/files',
    'pipeline/references',
    'platform',
    'platform/models',
    'read',
    'read/decode',
    'read/documents',
    'read/numbers',
    'segment',
    'terminal',
    'text/json',
    'write',
    'write/filter',
    'write/records',
  ],
  'cli/commands': [
    'cli/arguments',
    'cli/output',
    'pipeline/files',
    'platform',
    'platform/models',
    'platform/review',
    'read/numbers',
    'review',
    'score',
    'write/records',
  ],
  'cli/readable': [
    'cli/commands',
    'cli/output',
    'terminal',
    'text',
    'write',
    'write/filter',
    'write/records',
  ],
  'cli/commands/align': [
    'cli/arguments',
    'cli/commands',
    'cli/output',
    'cli/readable',
    'pipeline',
    'pipeline/files',
    'pipeline/quality',
    'pipeline/threads',
    'platform',
    'platform/review',
    'review',
    'write',
  ],
  'cli/commands/batch': [
    'cli/arguments',
    'cli/commands',
    'cli/output',
    'jobs',
    'jobs/batch',
    'jobs/queue',
    'pipeline',
    'pipeline/files',
    'platform',
    'terminal',
    'write',
  ],
  'cli/commands/compare': [
    'cli/arguments',
    'cli/commands',
    'cli/output',
    'platform',
    'platform/review',
    'score',
    'terminal',
    'text',
    'write/records',
  ],
  'cli/reference': ['cli/arguments', 'cli/commands', 'tui/compose/pages', 'tui/view'],
  'cli/commands/completion': ['cli/arguments', 'cli/commands', 'cli/reference'],
  'cli/commands/convert': [
    'cli/arguments',
    'cli/commands',
    'cli/output',
    'cli/readable',
    'pipeline/quality',
    'platform',
    'platform/review',
    'review',
    'write',
    'write/records',
  ],
  'cli/commands/detect': ['cli/arguments', 'cli/commands', 'cli/output', 'pipeline/files', 'text'],
  'cli/commands/models': [
    'cli/arguments',
    'cli/commands',
    'embed',
    'platform',
    'platform/models',
    'terminal',
  ],
  'cli/commands/doctor': [
    'cli/arguments',
    'cli/commands',
    'cli/commands/models',
    'cli/output',
    'embed',
    'platform',
    'platform/models',
    'platform/runtime',
    'terminal',
    'tui/view',
  ],
  'cli/commands/embed': [
    'cli/arguments',
    'cli/commands',
    'cli/output',
    'pipeline',
    'pipeline/files',
    'text',
    'write',
  ],
  'cli/commands/explain': [
    'align/input',
    'align/parallel',
    'cli/arguments',
    'cli/commands',
    'pipeline',
    'pipeline/explain',
    'pipeline/files',
    'terminal',
  ],
  'cli/commands/match': [
    'cli/arguments',
    'cli/commands',
    'cli/commands/batch',
    'cli/output',
    'jobs',
    'jobs/matching',
    'match',
    'pipeline',
    'pipeline/files',
    'pipeline/matching',
    'platform',
    'terminal',
  ],
  'cli/commands/queue': ['cli/arguments', 'cli/commands', 'jobs/queue', 'terminal'],
  'cli/commands/report': [
    'cli/arguments',
    'cli/commands',
    'cli/output',
    'cli/readable',
    'pipeline',
    'pipeline/files',
    'pipeline/quality',
    'platform/models',
    'report',
    'review',
  ],
  'cli/commands/review': [
    'cli/arguments',
    'cli/commands',
    'cli/output',
    'pipeline',
    'pipeline/explain',
    'pipeline/files',
    'pipeline/glossary',
    'pipeline/quality',
    'pipeline/words',
    'platform',
    'platform/review',
    'read/decode',
    'read/tables',
    'report',
    'review',
    'review/import',
    'review/operations',
    'review/update',
    'segment/splitting',
    'terminal',
    'tui',
    'tui/compose/pages',
    'tui/plain',
    'tui/screen',
    'tui/theme',
    'tui/view',
    'write',
  ],
  'cli/commands/score': ['cli/arguments', 'cli/commands', 'platform', 'score', 'terminal'],
  'cli/commands/segment': [
    'cli/arguments',
    'cli/commands',
    'cli/output',
    'pipeline',
    'pipeline/files',
    'text',
  ],
  'cli/commands/show': [
    'cli/arguments',
    'cli/commands',
    'cli/readable',
    'pipeline/quality',
    'write',
    'write/filter',
  ],
  statistics: ['text', 'write/records'],
  'cli/commands/stats': [
    'cli/arguments',
    'cli/commands',
    'pipeline/files',
    'platform',
    'statistics',
    'terminal',
    'text',
  ],
  'terms/write': ['terms', 'text', 'write/xml'],
  'cli/commands/terms': [
    'cli/arguments',
    'cli/commands',
    'cli/output',
    'pipeline',
    'pipeline/terms',
    'terminal',
    'terms',
    'terms/write',
    'text',
    'write/records',
  ],
  'cli/commands/worker': [
    'cli/arguments',
    'cli/commands',
    'cli/output',
    'jobs',
    'jobs/lines',
    'jobs/queue',
    'jobs/workers',
    'pipeline',
    'terminal',
  ],
  cli: [
    'cli/arguments',
    'cli/commands',
    'cli/commands/align',
    'cli/commands/batch',
    'cli/commands/compare',
    'cli/commands/completion',
    'cli/commands/convert',
    'cli/commands/detect',
    'cli/commands/doctor',
    'cli/commands/embed',
    'cli/commands/explain',
    'cli/commands/match',
    'cli/commands/models',
    'cli/commands/queue',
    'cli/commands/report',
    'cli/commands/review',
    'cli/commands/score',
    'cli/commands/segment',
    'cli/commands/show',
    'cli/commands/stats',
    'cli/commands/terms',
    'cli/commands/worker',
    'cli/output',
    'cli/reference',
    'platform',
    'platform/start',
    'terminal',
  ],
  'report/page/model': ['report/data', 'text'],
  'report/page/decisions': ['report/data', 'report/page/model'],
  'report/page/keys': ['report/data', 'report/page/decisions', 'report/page/model'],
  'report/page/map': ['report/data', 'report/page/model', 'report/summary'],
  'report/page/rows': ['report/data', 'report/page/decisions', 'report/page/model', 'text'],
  'report/page/sides': [
    'report/data',
    'report/page/decisions',
    'report/page/model',
    'report/page/rows',
  ],
  'report/page/toolbar': [
    'report/data',
    'report/page/decisions',
    'report/page/keys',
    'report/page/model',
  ],
  'report/page': [
    'report/data',
    'report/page/keys',
    'report/page/map',
    'report/page/model',
    'report/page/rows',
    'report/page/sides',
    'report/page/toolbar',
  ],
};

/** Stages without IO, clock, chance or late imports. */
const pure = ['text', 'read', 'language', 'segment', 'align', 'check', 'review', 'write', 'score'];

/** Stages whose files spell constants and private members in one way only. */
const oneSpelling = ['text', 'language', 'embed', 'align'];

/** The files of them that may import late: what is large and loaded when a file needs it. */
const lateImports = [
  'read/formats.ts',
  'read/read-source.ts',
  'read/decode/decode.ts',
  'write/formats.ts',
  'read/written/read-written.ts',
];

/** Tables of languages: one small file each. */
const tables = ['segment/languages'];

/** Files beside each other in one folder; more are a heap. */
const mostFiles = 18;

interface SourceFile {
  readonly name: string;
  readonly folder: string;
  /** Without comments, which may name what the code must not do. */
  readonly code: string;
  readonly lines: number;
}

const files: readonly SourceFile[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !isCompiledApart(name))
  .sort()
  .map((name) => {
    const text = readFileSync(join(root, name), 'utf8');
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
    return { name, folder: folderOf(name), code, lines: text.split('\n').length };
  });

/** Programs for WebAssembly, which import nothing but each other. */
function isCompiledApart(name: string): boolean {
  return dirname(name).endsWith('/assembly');
}

function folderOf(name: string): string {
  const folder = dirname(name);
  return folder === '.' ? '' : folder;
}

const stageOf = (name: string): string => name.split('/')[0] ?? '';

const names = new Set(files.map(({ name }) => name));

/** The files of src that a file imports, late imports among them. */
function importsOf({ name, code }: SourceFile): string[] {
  return [...code.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].flatMap(([, path = '']) => {
    const target = normalize(join(dirname(name), path)).replace(/\.js$/, '');
    return [`${target}.ts`, `${target}.tsx`, `${target}.d.ts`].filter((file) => names.has(file));
  });
}

/** Circles among the keys of a graph: each as the way round. */
function circles(graph: ReadonlyMap<string, Iterable<string>>): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (key: string, way: readonly string[]): void => {
    if (state.get(key) === 'done') return;
    if (state.get(key) === 'open') {
      found.push([...way.slice(way.indexOf(key)), key].join(' -> '));
      return;
    }
    state.set(key, 'open');
    for (const next of graph.get(key) ?? []) visit(next, [...way, key]);
    state.set(key, 'done');
  };
  for (const key of graph.keys()) visit(key, []);
  return found;
}

describe('the text flows one way through src', () => {
  test('no file imports in a circle', () => {
    expect(circles(new Map(files.map((file) => [file.name, importsOf(file)])))).toEqual([]);
  });

  test('every folder is listed, above those it may import', () => {
    const folders = new Set(files.map(({ folder }) => folder).filter((folder) => folder !== ''));
    expect([...folders].sort()).toEqual(Object.keys(allowed).sort());
    expect(circles(new Map(Object.entries(allowed)))).toEqual([]);
  });

  test.each(Object.keys(allowed))('%s imports what it may, and all of it', (folder) => {
    const imported = files
      .filter((file) => file.folder === folder)
      .flatMap((file) => importsOf(file).map(folderOf))
      .filter((other) => other !== folder && other !== '');
    expect([...new Set(imported)].sort()).toEqual([...(allowed[folder] ?? [])].sort());
  });

  test('the types that all stages share import no stage', () => {
    const shared = files.filter(({ folder, name }) => folder === '' && name !== 'index.ts');
    expect(shared.flatMap(importsOf).filter((name) => folderOf(name) !== '')).toEqual([]);
    const users = files.filter((file) => importsOf(file).includes('index.ts'));
    expect(users.map(({ name }) => name)).toEqual([]);
  });

  test.each(files.filter(({ name }) => pure.includes(stageOf(name))))(
    '$name is pure: no IO, clock, chance or late import',
    ({ name, code }) => {
      expect(code).not.toMatch(
        /['"]node:(?!(?:zlib|stream|stream\/promises)')|\bprocess\.|\bconsole\.|Date\.now|new Date\(\)|Math\.random/,
      );
      if (!lateImports.includes(name)) expect(code).not.toMatch(/[^.\w]import\(/);
    },
  );

  test('nothing behind the door of the command line sees the parsed arguments', () => {
    const readers =
      /^cli\/(arguments\/|run-command-line\.ts$|commands\/(command|\w+\/request)\.ts$)/;
    const users = files.filter(({ code }) => /\bParsedArguments\b/.test(code));
    expect(users.map(({ name }) => name).filter((name) => !readers.test(name))).toEqual([]);
    expect(users.length).toBeGreaterThan(10);
  });

  test('stages name no flag of the command line in what they say', () => {
    const shared = ['diagnostics.ts', 'errors.ts'];
    const speaking = files.filter(
      ({ name, code }) =>
        (pure.includes(stageOf(name)) || shared.includes(name)) && /[^\w-]--[a-z]{2}/.test(code),
    );
    expect(speaking.map(({ name }) => name)).toEqual([]);
  });

  test('only language/ knows franc, only embed/ knows the transformers, only tui/ knows ink', () => {
    const users = (pattern: RegExp) =>
      new Set(files.filter(({ code }) => pattern.test(code)).map(({ name }) => stageOf(name)));
    expect([...users(/['"]franc['"]/)]).toEqual(['language']);
    expect([...users(/['"]@xenova\/transformers['"/]/)]).toEqual(['embed']);
    expect([...users(/['"]ink['"]/)]).toEqual(['tui']);
  });
});

describe('the code can be read', () => {
  test.each(files.filter(({ name }) => !/\b(languages|data)\//.test(name)))(
    '$name is small and strictly typed',
    ({ code, lines }) => {
      expect(lines).toBeLessThanOrEqual(420);
      expect(code).not.toMatch(/: any\b|\bas any\b|<any>|@ts-ignore|@ts-nocheck/);
      expect(code).not.toMatch(/^export default/m);
    },
  );

  test.each(Object.keys(allowed).filter((folder) => !tables.includes(folder)))(
    '%s is no heap',
    (folder) => {
      const count = files.filter((file) => file.folder === folder).length;
      expect(count).toBeLessThanOrEqual(mostFiles);
    },
  );

  // camelCase was the commoner spelling of constants in src, #name that of private members.
  test.each(files.filter(({ name }) => oneSpelling.includes(stageOf(name))))(
    '$name writes constants in camelCase and private members as #name',
    ({ code }) => {
      expect(code).not.toMatch(/^(?:export )?const [A-Z][A-Z0-9_]*\b/m);
      expect(code).not.toMatch(/^\s+private (?:readonly |async |static )?\w+/m);
    },
  );

  test('no file is called utils, helpers, misc or common', () => {
    expect(
      files
        .map(({ name }) => name)
        .filter((name) => /(utils?|helpers?|misc|common)\.tsx?$/.test(name)),
    ).toEqual([]);
  });
});
