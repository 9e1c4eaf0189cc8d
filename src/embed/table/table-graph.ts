/**
 * Recognises the graph of the bundled model: a table of four-bit rows, of which a text's are added up.
 * What such a graph computes can be computed from the rows alone, without opening the runtime and
 * reading the whole table into every process.
 */
import { OnnxFields, UnknownForm, type ByteSource, type Field } from './onnx-fields.js';

/** Where the table is in the file, and how to read it. */
export interface TableGraph {
  /** Number of pieces. */
  readonly rows: number;
  /** Two dimensions a byte: column k in the low half, column k + width in the high half. */
  readonly width: number;
  readonly codesAt: number;
  /** One float32 per row. */
  readonly scalesAt: number;
  /** A code stands for (code - middle) * scale. */
  readonly middle: number;
}

/** What `models/training` writes: every operation with what it reads, what it gives and its attributes. */
const operations = `
Gather codes input_ids > byte axis=0
Cast byte > both to=1
Mul both sixteenth > shifted
Floor shifted > high
Mul high sixteen > high_part
Sub both high_part > low
Concat low high > code axis=2
Sub code middle > value
Cast attention_mask > mask to=1
Gather scale input_ids > row_scale axis=0
Mul row_scale mask > weight
Unsqueeze weight one > weight_row
MatMul weight_row value > sum
ReduceL2 sum > norm_3d axes=2 keepdims=1
Max norm_3d tiny > divisor
Div sum divisor > last_hidden_state
Squeeze norm_3d last_axes > norm
ReduceSum mask one > count keepdims=0
`;
const opset = 13;

/** Numbers of fields, from onnx.proto. */
const model = { graph: 7, opsets: 8 };
const graph = { node: 1, name: 2, initializer: 5, input: 11, output: 12 };
const node = { input: 1, output: 2, name: 3, operation: 4, attribute: 5 };
const attribute = { name: 1, integer: 3, integers: 8, type: 20 };
const tensor = { dims: 1, type: 2, name: 8, raw: 9 };
const types = { float: 1, uint8: 2, int64: 7 };

/** Divisors are at least this. */
export const leastNorm = Math.fround(1e-12);

/** A table of numbers in the file. */
interface Tensor {
  readonly dims: readonly number[];
  readonly type: number;
  readonly from: number;
  readonly to: number;
}

/** The table of a graph of this kind; null for any other graph. Throws only what `source` throws. */
export function readTableGraph(source: ByteSource): TableGraph | null {
  try {
    return findTable(new OnnxFields(source));
  } catch (error) {
    if (error instanceof UnknownForm) return null;
    throw error;
  }
}

function findTable(fields: OnnxFields): TableGraph | null {
  const parts = fields.list();
  const versions = parts
    .filter(({ number }) => number === model.opsets)
    .map((range) => fields.list(range.from, range.to));
  // The default set of operations, in one version.
  const version = versions[0]?.find(({ number }) => number === 2)?.value;
  if (versions.length !== 1 || version !== opset) return null;
  const [only, ...others] = parts.filter(({ number }) => number === model.graph);
  if (only === undefined || others.length > 0) return null;
  const members = fields.list(only.from, only.to);
  const known: number[] = Object.values(graph);
  if (members.some(({ number }) => !known.includes(number))) return null;
  const nodes = members.filter(({ number }) => number === graph.node);
  if (nodes.map((range) => describeNode(fields, range)).join('\n') !== operations.trim()) {
    return null;
  }
  const tensors = new Map<string, Tensor>();
  for (const range of members.filter(({ number }) => number === graph.initializer)) {
    const [name, found] = readTensor(fields, range);
    if (tensors.has(name)) return null;
    tensors.set(name, found);
  }
  return tableOf(fields, tensors);
}

function tableOf(fields: OnnxFields, tensors: ReadonlyMap<string, Tensor>): TableGraph | null {
  const find = (name: string, type: number, bytes: number, dims: number): Tensor | null => {
    const found = tensors.get(name);
    if (found?.type !== type || found.dims.length !== dims) return null;
    const count = found.dims.reduce((product, dim) => product * dim, 1);
    return found.to - found.from === count * bytes ? found : null;
  };
  const float = (name: string): number => {
    const found = find(name, types.float, 4, 0);
    return found === null ? NaN : (new Float32Array(fields.bytes(found).buffer)[0] ?? NaN);
  };
  const integers = (name: string): string => {
    const found = find(name, types.int64, 8, 1);
    return found === null ? '' : new BigInt64Array(fields.bytes(found).buffer).join(' ');
  };
  if (integers('one') !== '1' || integers('last_axes') !== '1 2') return null;
  if (float('sixteenth') !== 1 / 16 || float('sixteen') !== 16) return null;
  if (float('tiny') !== leastNorm) return null;
  const middle = float('middle');
  const codes = find('codes', types.uint8, 1, 2);
  const scales = find('scale', types.float, 4, 1);
  const [rows = 0, width = 0] = codes?.dims ?? [];
  if (codes === null || scales?.dims[0] !== rows || width === 0) return null;
  if (!Number.isFinite(middle)) return null;
  return { rows, width, codesAt: codes.from, scalesAt: scales.from, middle };
}

function describeNode(fields: OnnxFields, range: Field): string {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes: string[] = [];
  let operation = '';
  for (const part of fields.list(range.from, range.to)) {
    if (part.number === node.input) inputs.push(fields.text(part));
    else if (part.number === node.output) outputs.push(fields.text(part));
    else if (part.number === node.operation) operation = fields.text(part);
    else if (part.number === node.attribute) attributes.push(describeAttribute(fields, part));
    else if (part.number !== node.name) throw new UnknownForm(`field ${part.number} of a node`);
  }
  return [operation, ...inputs, '>', ...outputs, ...attributes].join(' ');
}

function describeAttribute(fields: OnnxFields, range: Field): string {
  let name = '';
  const values: number[] = [];
  for (const part of fields.list(range.from, range.to)) {
    if (part.number === attribute.name) name = fields.text(part);
    else if (part.number === attribute.integer || part.number === attribute.integers) {
      if (part.value === null) throw new UnknownForm('a packed attribute');
      values.push(part.value);
    } else if (part.number !== attribute.type) {
      throw new UnknownForm(`field ${part.number} of an attribute`);
    }
  }
  return `${name}=${values.join(',')}`;
}

function readTensor(fields: OnnxFields, range: Field): [string, Tensor] {
  const dims: number[] = [];
  let name = '';
  let type = 0;
  let raw = { from: 0, to: 0 };
  for (const part of fields.list(range.from, range.to)) {
    if (part.number === tensor.dims && part.value !== null) dims.push(part.value);
    else if (part.number === tensor.type && part.value !== null) type = part.value;
    else if (part.number === tensor.name) name = fields.text(part);
    else if (part.number === tensor.raw) raw = { from: part.from, to: part.to };
    else throw new UnknownForm(`field ${part.number} of a tensor`);
  }
  return [name, { dims, type, ...raw }];
}
