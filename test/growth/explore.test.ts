import { test } from 'vitest';
import { shapes, markdownShapes } from './shapes.js';
import { stages, readMarkdown } from './stages.js';
test('explore', async () => {
  const size = Number(process.env.SIZE ?? 20000);
  for (const [stage, make] of [...Object.entries(stages), ['markdown', readMarkdown] as const])
    for (const [name, shape] of Object.entries(stage === 'markdown' ? markdownShapes : shapes)) {
      const times: number[] = [];
      for (const n of [size, size * 4]) {
        const run = await make(shape(n));
        const t = performance.now();
        try {
          await run();
        } catch (e) {
          if (!/no text|is empty/.test(String(e)))
            console.log(stage, name, String(e).slice(0, 200));
        }
        times.push(performance.now() - t);
        if (times[0]! > 3000) break;
      }
      if (times.length === 1 || (times[1]! > 150 && times[1]! > 6 * times[0]!) || times[1]! > 1500)
        console.log(stage, '|', name, times.map((t) => Math.round(t)).join(' '));
    }
}, 900000);
