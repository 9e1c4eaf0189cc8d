// Sweeps over bead lattices, for lattices.py; the same as src/align/lattice.ts. Documents lie one
// after the other, nodes and edges are numbered through, edges are sorted by node of departure.
// kind: 0 a bead, 1 skips a row, 2 skips a column; `run` is added to a skip after a skip, and
// columns are never skipped before rows.
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

static const double NONE = -std::numeric_limits<double>::infinity();

static inline double log_add(double x, double y) {
  double larger = x > y ? x : y, smaller = x > y ? y : x;
  return smaller - larger > -40 ? larger + std::log1p(std::exp(smaller - larger)) : larger;
}

static inline double transition(int before, int kind, double run) {
  if (kind == 0 || before == 0) return 0;
  return before == 2 && kind == 1 ? NONE : run;
}

extern "C" {

// Posterior of every edge, log Z and expected number of skips after a skip of every document.
void posteriors(int documents, const int64_t *first_edge, const int64_t *first_node, const int32_t *from,
                const int32_t *to, const uint8_t *kind, const double *score, double run, double *posterior,
                double *log_z, double *runs) {
  std::vector<double> forward, backward;
  for (int d = 0; d < documents; d++) {
    int64_t n0 = first_node[d], n1 = first_node[d + 1], e0 = first_edge[d], e1 = first_edge[d + 1];
    forward.assign((n1 - n0) * 3, NONE);
    backward.assign((n1 - n0) * 3, NONE);
    forward[0] = 0;
    for (int s = 0; s < 3; s++) backward[(n1 - n0 - 1) * 3 + s] = 0;
    for (int64_t e = e0; e < e1; e++) {
      double *f = &forward[(to[e] - n0) * 3 + kind[e]];
      const double *p = &forward[(from[e] - n0) * 3];
      double sum = NONE;
      for (int s = 0; s < 3; s++) sum = log_add(sum, p[s] + transition(s, kind[e], run));
      *f = log_add(*f, sum + score[e]);
    }
    for (int64_t e = e1 - 1; e >= e0; e--) {
      double rest = score[e] + backward[(to[e] - n0) * 3 + kind[e]];
      double *b = &backward[(from[e] - n0) * 3];
      for (int s = 0; s < 3; s++) b[s] = log_add(b[s], rest + transition(s, kind[e], run));
    }
    double z = backward[0];
    log_z[d] = z;
    runs[d] = 0;
    for (int64_t e = e0; e < e1; e++) {
      double rest = score[e] + backward[(to[e] - n0) * 3 + kind[e]] - z;
      posterior[e] = 0;
      for (int s = 0; s < 3; s++) {
        double t = transition(s, kind[e], run);
        double p = std::exp(forward[(from[e] - n0) * 3 + s] + t + rest);
        posterior[e] += p;
        if (kind[e] != 0 && s != 0 && t > NONE) runs[d] += p;
      }
    }
  }
}

// 1 in `chosen` for the edges of the best path.
void best_path(int documents, const int64_t *first_edge, const int64_t *first_node, const int32_t *from,
               const int32_t *to, const uint8_t *kind, const double *score, double run, uint8_t *chosen) {
  std::vector<double> best;
  std::vector<int64_t> via;
  std::vector<int8_t> before;
  for (int d = 0; d < documents; d++) {
    int64_t n0 = first_node[d], n1 = first_node[d + 1], e0 = first_edge[d], e1 = first_edge[d + 1];
    best.assign((n1 - n0) * 3, NONE);
    via.assign((n1 - n0) * 3, -1);
    before.assign((n1 - n0) * 3, 0);
    best[0] = 0;
    for (int64_t e = e0; e < e1; e++) {
      chosen[e] = 0;
      int64_t target = (to[e] - n0) * 3 + kind[e];
      for (int s = 0; s < 3; s++) {
        double value = best[(from[e] - n0) * 3 + s] + score[e] + transition(s, kind[e], run);
        if (value > best[target]) {
          best[target] = value;
          via[target] = e;
          before[target] = s;
        }
      }
    }
    int64_t node = n1 - n0 - 1;
    int state = 0;
    for (int s = 1; s < 3; s++)
      if (best[node * 3 + s] > best[node * 3 + state]) state = s;
    while (node > 0) {
      int64_t e = via[node * 3 + state];
      if (e < 0) break;
      chosen[e] = 1;
      state = before[node * 3 + state];
      node = from[e] - n0;
    }
  }
}
}
