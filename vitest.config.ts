import { defineConfig } from 'vitest/config';
import { pageAssets } from './packaging/page-assets.mjs';
import { pdfText } from './packaging/pdf-text.mjs';

export default defineConfig({
  plugins: [pdfText, pageAssets],
  test: {
    // It goes through the plugin.
    server: { deps: { inline: ['unpdf'] } },
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/bench/**'],
    // Far more than any of them takes on a quiet machine: that of CI is slow and busy. Hooks install packages and train models.
    testTimeout: 240_000,
    hookTimeout: 600_000,
    // What is waited for comes in a moment, but for a busy machine.
    expect: { poll: { timeout: 60_000 } },
    // Two cores: more workers only fight over the model and the terminal.
    maxWorkers: 2,
  },
});
