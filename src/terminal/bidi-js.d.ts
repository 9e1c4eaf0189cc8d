/** The part of bidi-js that we use; it ships without types. */
declare module 'bidi-js' {
  interface EmbeddingLevels {
    /** One level per UTF-16 unit; odd is right to left. */
    readonly levels: Uint8Array;
  }
  interface Bidi {
    getEmbeddingLevels(text: string, base?: 'ltr' | 'rtl' | 'auto'): EmbeddingLevels;
    getMirroredCharacter(character: string): string | null;
  }
  function makeBidi(): Bidi;
  export = makeBidi;
}
