/** What a model's folder says about itself, for lists; the model is not loaded. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readModelFile } from './model-sums.js';
import type { FoundModel } from './model-files.js';

/** A model as `paralign models` shows it. */
export interface ModelDescription {
  readonly name: string;
  readonly origin: FoundModel['origin'];
  readonly folder: string;
  /** Length of a vector; null if config.json doesn't say. */
  readonly dimension: number | null;
  /** BCP-47 languages it was trained on, sorted; null if it doesn't say. */
  readonly languages: readonly string[] | null;
  /** Bytes of all files. */
  readonly bytes: number;
  /** As the model or its card names it; null if neither does. */
  readonly license: string | null;
}

/** Reads a model's config.json and card. A damaged config.json leaves everything unknown. */
export async function describeModel(model: FoundModel): Promise<ModelDescription> {
  const config = await readJson(join(model.folder, 'config.json'));
  const own = asRecord(config['paralign']);
  const sizes = ['hidden_size', 'dim', 'd_model'].map((key) => config[key]);
  const languages = own['languages'];
  const { name, origin, folder } = model;
  return {
    name,
    origin,
    folder,
    dimension: sizes.find((value): value is number => typeof value === 'number') ?? null,
    languages: Array.isArray(languages)
      ? languages.filter((tag): tag is string => typeof tag === 'string').sort()
      : null,
    bytes: await folderSize(folder),
    license: await licenseOf(own['license'], folder),
  };
}

async function licenseOf(own: unknown, folder: string): Promise<string | null> {
  if (typeof own === 'string') return own;
  const card = await readModelFile(join(folder, 'README.md')).catch(() => null);
  if (card === null) return null;
  const text = new TextDecoder().decode(card);
  const [, header = ''] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text) ?? [];
  return /^license:\s*["']?([^\s"'#]+)/m.exec(header)?.[1] ?? null;
}

async function readJson(path: string): Promise<Readonly<Record<string, unknown>>> {
  const bytes = await readModelFile(path).catch(() => null);
  try {
    return asRecord(JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())));
  } catch {
    return {};
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    bytes += (await stat(join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0;
  }
  return bytes;
}
