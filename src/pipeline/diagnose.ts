import type { Diagnostic } from '../diagnostics.js';
import type { Stream } from '../domain.js';
import type { Source } from '../domain.js';
import { knowledgeOf, knowsLanguage } from '../embed/known-languages.js';
import type { AlignOptions } from './align-options.js';

/** Below this probability, a paragraph's language may well be wrong. */
const uncertain = 0.5;

/** Reports oddities found while reading files, and doubtful encodings. */
export function diagnoseReading(
  sources: readonly Pick<Source, 'name' | 'encodingDoubt' | 'notices'>[],
  onDiagnostic: (diagnostic: Diagnostic) => void,
): void {
  for (const { name, encodingDoubt, notices = [] } of sources) {
    if (encodingDoubt) onDiagnostic({ code: 'encoding-uncertain', source: name, ...encodingDoubt });
    for (const notice of notices) onDiagnostic({ code: 'odd-file', source: name, notice });
  }
}

/** Reports what looks doubtful about the sources and their streams. */
export function diagnose(
  sources: readonly Source[],
  streams: readonly Stream[],
  { onDiagnostic, embedder }: Pick<AlignOptions, 'onDiagnostic' | 'embedder'>,
): void {
  if (!onDiagnostic) return;
  diagnoseReading(sources, onDiagnostic);
  const doubted = new Set<string>();
  sources.forEach(({ name, paragraphs, sentences }, index) => {
    const own = streams.filter(({ source }) => source === index);
    const taken = own.reduce((sum, stream) => sum + stream.sentences.length, 0);
    const noise = sentences.filter((sentence) => sentence.noise !== null).length;
    if (taken === 0) onDiagnostic({ code: 'nothing-to-align', source: name });
    else if (taken + noise < sentences.length)
      onDiagnostic({
        code: 'sentences-left-out',
        source: name,
        count: sentences.length - taken - noise,
      });
    // A guess that agrees with the rest of its source does no harm if it is wrong.
    const [main] = own.toSorted((x, y) => y.sentences.length - x.sentences.length);
    const doubtful = paragraphs.filter(
      ({ confidence, noise: reason, language }) =>
        reason === null && confidence < uncertain && language !== main?.language,
    );
    if (doubtful.length > 0)
      onDiagnostic({
        code: 'language-uncertain',
        source: name,
        paragraphs: doubtful.map(({ number }) => number),
      });
    for (const { language } of own) {
      // Several sources in one language are a reason to say it, not to say it again.
      if (doubted.has(language)) continue;
      const code = doubtOf(embedder, language);
      if (code === null) continue;
      doubted.add(language);
      onDiagnostic({ code, source: name, language, model: embedder.id });
    }
  });
}

function doubtOf(
  { id, languages }: AlignOptions['embedder'],
  language: string,
): 'language-unknown-to-model' | 'language-weak-in-model' | null {
  if (!knowsLanguage(languages, language)) return 'language-unknown-to-model';
  return knowledgeOf(id, language)?.level === 'poor' ? 'language-weak-in-model' : null;
}
