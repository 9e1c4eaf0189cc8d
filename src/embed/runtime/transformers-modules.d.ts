/**
 * The two modules of @xenova/transformers 2.17.2 that paralign uses, typed only as far as it uses
 * them. The package has types for its entry point only. That entry loads every pipeline, image and
 * audio module (150 ms more), and its model classes cannot set the number of threads. The package
 * has no `exports` map, and package.json pins its exact version.
 */
declare module '@xenova/transformers/src/tokenizers.js' {
  export interface PieceIds {
    get(piece: string): number | undefined;
    has(piece: string): boolean;
    entries(): Iterable<[string, number]>;
  }

  /** The vocabulary and its search. */
  export interface TokenizerModel {
    /** A Map; `PieceIndex` has the methods that encoding needs. */
    tokens_to_ids: PieceIds;
    readonly unk_token_id: number | undefined;
  }

  export interface PreTokenizer {
    /** What calling the object does, without its detours: they take as long as the splitting of a word. */
    pre_tokenize_text(text: string, options: { readonly section_index: number }): string[];
  }

  export interface PreTrainedTokenizer {
    readonly model: TokenizerModel;
    readonly pad_token_id: number | undefined;
    readonly model_max_length: number | undefined;
    /** null if the tokenizer has no added tokens. */
    readonly added_tokens_regex: RegExp | null;
    readonly normalizer: ((text: string) => string) | null;
    readonly pre_tokenizer: PreTokenizer | null;
    readonly post_processor: object | null;
    readonly remove_space: boolean | undefined;
    readonly do_lowercase_and_remove_accent: boolean;
    encode(text: string): number[];
  }

  type TokenizerClass = new (tokenizer: object, config: object) => PreTrainedTokenizer;

  export const PreTrainedTokenizer: TokenizerClass;
  export const AutoTokenizer: {
    readonly TOKENIZER_CLASS_MAPPING: Readonly<Record<string, TokenizerClass>>;
  };
}

declare module '@xenova/transformers/src/backends/onnx.js' {
  export interface OnnxTensor {
    readonly dims: readonly number[];
    readonly data: Float32Array | BigInt64Array | Int32Array | Uint8Array;
  }

  export interface OnnxSession {
    readonly inputNames: readonly string[];
    readonly outputNames: readonly string[];
    run(feeds: Readonly<Record<string, OnnxTensor>>): Promise<Readonly<Record<string, OnnxTensor>>>;
  }

  export const ONNX: {
    readonly Tensor: new (
      type: 'int64',
      data: BigInt64Array,
      dims: readonly number[],
    ) => OnnxTensor;
    readonly InferenceSession: {
      create(
        model: string,
        options: {
          readonly executionProviders: readonly string[];
          readonly intraOpNumThreads: number;
          readonly interOpNumThreads: number;
          readonly logSeverityLevel: number;
        },
      ): Promise<OnnxSession>;
    };
  };
}
