import { defineConfig } from 'vitest/config';
import { pageAssets } from './packaging/page-assets.mjs';
import { pdfText } from './packaging/pdf-text.mjs';

/** Stages without files, clock or state: their tests share a process, which saves a fifth of a run of all tests. */
const pure = [
  'align',
  'check',
  'language',
  'match',
  'quality',
  'read',
  'review',
  'score',
  'segment',
  'statistics',
  'terminal',
  'terms',
  'text',
  'write',
].map((stage) => `test/${stage}/**/*.test.ts`);

export default defineConfig({
  plugins: [pdfText, pageAssets],
  test: {
    // It goes through the plugin.
    server: { deps: { inline: ['unpdf'] } },
    // Far more than any of them takes on a quiet machine: that of CI is slow and busy. Hooks install packages and train models.
    testTimeout: 240_000,
    hookTimeout: 600_000,
    // What is waited for comes in a moment, but for a busy machine.
    expect: { poll: { timeout: 60_000 } },
    // Two cores: more workers only fight over the model and the terminal.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'stages', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'program',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/bench/**', ...pure],
        },
      },
    ],
  },
});
