import type { ReviewOrigin } from './model.js';

/** What settings say of how sources are read, whatever else they say. */
type ReadingSettings = {
  readonly [Key in keyof Omit<ReviewOrigin, 'model'>]?: ReviewOrigin[Key] | undefined;
};

/** What a review keeps of the settings that its sources were aligned with; null is an unknown or the bundled model. */
export function reviewOrigin(
  model: string | null,
  { segmented = false, encoding, splitting, glossary }: ReadingSettings,
): ReviewOrigin {
  return {
    model,
    segmented,
    ...(encoding !== undefined && { encoding }),
    ...(splitting && { splitting }),
    ...(glossary && { glossary }),
  };
}
