// Sweeps over bead lattices, for fit.py. Documents lie one after the other; edges are sorted by
// node of departure, nodes and edges are numbered through.
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

static const double NONE = -std::numeric_limits<double>::infinity();

static inline double log_add(double x, double y) {
  double larger = x > y ? x : y, smaller = x > y ? y : x;
  return smaller - larger > -40 ? larger + std::log1p(std::exp(smaller - larger)) : larger;
}

extern "C" {

// Posterior of every edge and log Z of every document.
void posteriors(int documents, const int64_t *first_edge, const int64_t *first_node, const int32_t *from,
                const int32_t *to, const double *score, double *posterior, double *log_z) {
  std::vector<double> forward, backward;
  for (int d = 0; d < documents; d++) {
    int64_t n0 = first_node[d], n1 = first_node[d + 1], e0 = first_edge[d], e1 = first_edge[d + 1];
    forward.assign(n1 - n0, NONE);
    backward.assign(n1 - n0, NONE);
    forward[0] = 0;
    backward[n1 - n0 - 1] = 0;
    for (int64_t e = e0; e < e1; e++) {
      double &f = forward[to[e] - n0];
      f = log_add(f, forward[from[e] - n0] + score[e]);
    }
    for (int64_t e = e1 - 1; e >= e0; e--) {
      double &b = backward[from[e] - n0];
      b = log_add(b, backward[to[e] - n0] + score[e]);
    }
    double z = forward[n1 - n0 - 1];
    log_z[d] = z;
    for (int64_t e = e0; e < e1; e++)
      posterior[e] = std::exp(forward[from[e] - n0] + score[e] + backward[to[e] - n0] - z);
  }
}

// 1 in `chosen` for the edges of the best path.
void best_path(int documents, const int64_t *first_edge, const int64_t *first_node, const int32_t *from,
               const int32_t *to, const double *score, uint8_t *chosen) {
  std::vector<double> best;
  std::vector<int64_t> via;
  for (int d = 0; d < documents; d++) {
    int64_t n0 = first_node[d], n1 = first_node[d + 1], e0 = first_edge[d], e1 = first_edge[d + 1];
    best.assign(n1 - n0, NONE);
    via.assign(n1 - n0, -1);
    best[0] = 0;
    for (int64_t e = e0; e < e1; e++) {
      chosen[e] = 0;
      double value = best[from[e] - n0] + score[e];
      if (value > best[to[e] - n0]) {
        best[to[e] - n0] = value;
        via[to[e] - n0] = e;
      }
    }
    for (int64_t node = n1 - n0 - 1; node > 0;) {
      int64_t e = via[node];
      if (e < 0) break;
      chosen[e] = 1;
      node = from[e] - n0;
    }
  }
}
}
