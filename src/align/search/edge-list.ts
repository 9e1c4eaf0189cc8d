/** A growing list of edges between numbered nodes. */
export class EdgeList {
  length = 0;
  from = new Int32Array(1024);
  to = new Int32Array(1024);
  /** 1 for anchors. */
  fixed = new Uint8Array(1024);

  push(from: number, to: number, isFixed: number): void {
    const at = this.length++;
    if (at === this.from.length) this.#grow();
    this.from[at] = from;
    this.to[at] = to;
    this.fixed[at] = isFixed;
  }

  #grow(): void {
    const { from, to, fixed } = this;
    this.from = new Int32Array(2 * from.length);
    this.to = new Int32Array(2 * from.length);
    this.fixed = new Uint8Array(2 * from.length);
    this.from.set(from);
    this.to.set(to);
    this.fixed.set(fixed);
  }
}

/** A growing list of the beads with two sides that were scored, node by node. */
export class ScoredBeads {
  length = 0;
  /** Node of arrival. */
  to = new Int32Array(4096);
  scores = new Float32Array(4096);

  push(to: number, score: number): void {
    const at = this.length++;
    if (at === this.to.length) this.#grow();
    this.to[at] = to;
    this.scores[at] = score;
  }

  #grow(): void {
    const { to, scores } = this;
    this.to = new Int32Array(2 * to.length);
    this.scores = new Float32Array(2 * to.length);
    this.to.set(to);
    this.scores.set(scores);
  }
}
