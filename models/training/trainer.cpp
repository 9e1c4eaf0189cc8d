// The training loop: sentence vector = unit sum of subword rows, loss = in-batch softmax in both directions.
//
// A subword's row is its own row plus the rows of its character n-grams (Bojanowski et al. 2017), which share
// strength between the forms of a word; both are summed once at export. Update: Adam with one second moment a row,
// on the rows a batch touches. Threads split every phase by sentence, by column or by row of the table, never
// adding into the same place, so that a run gives the same bits for the same seed and number of threads.
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <thread>
#include <vector>
#include <mutex>
#include <condition_variable>

extern "C" {
void cblas_sgemm(int order, int ta, int tb, int m, int n, int k, float alpha, const float *a, int lda, const float *b,
                 int ldb, float beta, float *c, int ldc);
void openblas_set_num_threads(int n);
}

namespace {

constexpr int kRowMajor = 101, kNoTrans = 111, kTrans = 112;

struct Random {  // splitmix64
  uint64_t state;
  uint64_t next() {
    uint64_t z = (state += 0x9e3779b97f4a7c15ull);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return z ^ (z >> 31);
  }
  double uniform() { return (next() >> 11) * 0x1.0p-53; }
  uint64_t below(uint64_t n) { return (uint64_t)(((unsigned __int128)next() * n) >> 64); }
};

class Barrier {
 public:
  explicit Barrier(int n) : n_(n) {}
  void wait() {
    int phase = phase_.load(std::memory_order_acquire);
    if (arrived_.fetch_add(1, std::memory_order_acq_rel) + 1 == n_) {
      arrived_.store(0, std::memory_order_relaxed);
      std::lock_guard<std::mutex> lock(mutex_);
      phase_.store(phase + 1, std::memory_order_release);
      wake_.notify_all();
      return;
    }
    for (int spin = 0; spin < 2000; ++spin) {
      if (phase_.load(std::memory_order_acquire) != phase) return;
      __builtin_ia32_pause();
    }
    std::unique_lock<std::mutex> lock(mutex_);
    wake_.wait(lock, [&] { return phase_.load(std::memory_order_acquire) != phase; });
  }

 private:
  int n_;
  std::atomic<int> arrived_{0}, phase_{0};
  std::mutex mutex_;
  std::condition_variable wake_;
};

// Rows of a large table are met in no order: ask for one a little before it is needed.
inline void prefetch(const float *row, int dim) {
  for (int k = 0; k < dim; k += 16) __builtin_prefetch(row + k);
}

// exp for x <= 0, relative error about 1e-6; auto-vectorised.
inline float fast_exp(float x) {
  x = std::max(x, -87.0f);
  float t = x * 1.44269504f;
  float r = std::nearbyint(t);
  float f = (t - r) * 0.69314718f;
  float p = 1.0f + f * (1.0f + f * (0.5f + f * (0.16666667f + f * (0.041666668f + f * 0.008333334f))));
  int32_t bits = ((int32_t)r + 127) << 23;
  float scale;
  std::memcpy(&scale, &bits, 4);
  return p * scale;
}

}  // namespace

extern "C" {

struct Config {
  int32_t vocab, ngrams, dim, batch, threads, max_tokens;
  float scale, margin, dropout, foreign, beta1, beta2, ngram_weight;
  uint64_t seed;
};

struct Data {
  const int32_t *tokens;                    // flat subword ids
  const int64_t *a_start, *b_start;         // [pairs] where a side's subwords begin
  const int32_t *a_length, *b_length;       // [pairs]
  const int32_t *a_id, *b_id;               // [pairs] equal numbers = equal texts, 0 <= id < ids
  int64_t ids;
  const int64_t *sibling_start;             // [ids + 1] into siblings
  const int32_t *siblings;                  // pairs by the text of their side b
  const int64_t *group_start;               // [groups + 1] pairs of one language and source are neighbours
  const double *group_weight;               // [groups] sampling weight
  int32_t groups;
  const int64_t *gram_start;                // [vocab + 1] into gram_ids
  const int32_t *gram_ids;                  // n-gram rows of a subword, 0 <= id < ngrams
};
}

namespace {

// One table of rows with its optimiser state.
struct Table {
  int dim;
  float *rows;
  std::vector<float> momentum, second;
  std::vector<int32_t> touched;
  Table(int64_t n, int dim, float *rows, bool with_momentum)
      : dim(dim), rows(rows), momentum(with_momentum ? n * dim : 0), second(n), touched(n) {}
  void prepare(const std::vector<int32_t> &ids, size_t i) const {
    if (i >= ids.size()) return;
    prefetch(rows + (int64_t)ids[i] * dim, dim);
    if (!momentum.empty()) prefetch(momentum.data() + (int64_t)ids[i] * dim, dim);
  }
  // Adam with one second moment a row; bias is corrected by the number of times the row was touched.
  void update(int64_t id, const float *gradient, float rate, float beta1, float beta2) {
    float square = 0;
    for (int k = 0; k < dim; ++k) square += gradient[k] * gradient[k];
    square /= dim;
    int t = ++touched[id];
    second[id] = beta2 * second[id] + (1 - beta2) * square;
    float correct2 = t < 20000 ? 1 - std::pow(beta2, (float)t) : 1;
    float step = rate / (std::sqrt(second[id] / correct2) + 1e-12f);
    float *row = rows + id * dim;
    if (momentum.empty()) {
      for (int k = 0; k < dim; ++k) row[k] -= step * gradient[k];
      return;
    }
    step /= t < 500 ? 1 - std::pow(beta1, (float)t) : 1;
    float *m = momentum.data() + id * dim;
    for (int k = 0; k < dim; ++k) {
      m[k] = beta1 * m[k] + (1 - beta1) * gradient[k];
      row[k] -= step * m[k];
    }
  }
};

// Occurrences of ids in a batch, grouped by id; one thread owns the ids of one residue.
struct Postings {
  std::vector<int32_t> ids, start, items;
  void build(const std::vector<std::pair<const int32_t *, const int32_t *>> &parts, std::vector<int32_t> &slot, int thread,
             int threads) {
    ids.clear();
    std::vector<int32_t> &count = start;
    count.clear();
    for (auto &part : parts)
      for (const int32_t *p = part.first; p != part.second; p += 2) {
        int32_t id = p[0];
        if (id % threads != thread) continue;
        int32_t &s = slot[id];
        if (s < 0) {
          s = (int32_t)ids.size();
          ids.push_back(id);
          count.push_back(0);
        }
        ++count[s];
      }
    int32_t sum = 0;
    for (auto &c : count) {
      int32_t n = c;
      c = sum;
      sum += n;
    }
    items.resize(sum);
    start.push_back(sum);
    for (auto &part : parts)
      for (const int32_t *p = part.first; p != part.second; p += 2)
        if (p[0] % threads == thread) items[start[slot[p[0]]]++] = p[1];
    for (size_t i = start.size() - 1; i > 0; --i) start[i] = start[i - 1];
    start[0] = 0;
    start.back() = sum;
  }
};

struct Trainer {
  Config c;
  Data d;
  Table own, gram;
  Random random;
  std::vector<double> cumulative;
  std::vector<std::vector<int32_t>> order;  // by group
  std::vector<int64_t> cursor;
  std::vector<int32_t> stamp_a, stamp_b;
  int32_t stamp = 0;
  int64_t step = 0, pairs_seen = 0;
  // batch state
  int n = 0;
  std::vector<int64_t> chosen;
  std::vector<int64_t> answer;  // pair whose side a answers the chosen one in place of its own side b, or -1
  std::vector<float> unit, norm, grad, logits, row_sum, column_sum;
  std::vector<std::vector<int32_t>> events;       // by thread: (subword, sentence) pairs
  std::vector<std::vector<int32_t>> gram_events;  // by thread: (n-gram, global slot) pairs
  std::vector<int32_t> slot, gram_slot;
  std::vector<Postings> postings, gram_postings;
  std::vector<std::vector<float>> composed, token_grad;
  std::vector<float> partial_columns;
  std::vector<double> loss;
  double total_loss = 0;
  int64_t total_loss_pairs = 0;

  Trainer(const Config &c, const Data &d, float *rows, float *gram_rows)
      : c(c), d(d), own(c.vocab, c.dim, rows, c.beta1 > 0), gram(c.ngrams, c.dim, gram_rows, c.beta1 > 0), random{c.seed},
        order(d.groups), cursor(d.groups), stamp_a(d.ids, -1), stamp_b(d.ids, -1), unit((size_t)2 * c.batch * c.dim),
        norm(2 * c.batch), grad((size_t)2 * c.batch * c.dim), logits((size_t)c.batch * c.batch), row_sum(c.batch),
        column_sum(c.batch), events(c.threads), gram_events(c.threads), slot(c.vocab, -1), gram_slot(c.ngrams, -1),
        postings(c.threads), gram_postings(c.threads), composed(c.threads), token_grad(c.threads),
        partial_columns((size_t)c.threads * c.batch), loss(c.threads) {
    double sum = 0;
    for (int g = 0; g < d.groups; ++g) cumulative.push_back(sum += d.group_weight[g]);
  }

  void shuffle(int g) {
    auto &o = order[g];
    if (o.empty()) {
      o.resize(d.group_start[g + 1] - d.group_start[g]);
      std::iota(o.begin(), o.end(), 0);
    }
    for (size_t i = o.size(); i > 1; --i) std::swap(o[i - 1], o[random.below(i)]);
    cursor[g] = 0;
  }

  // A pair with the same side b, drawn from all of them; -1 where that is the pair itself or says side a again.
  int64_t sibling(int64_t p) {
    int64_t from = d.sibling_start[d.b_id[p]], count = d.sibling_start[d.b_id[p] + 1] - from;
    if (count < 2) return -1;
    int64_t q = d.siblings[from + random.below(count)];
    return d.a_id[q] == d.a_id[p] ? -1 : q;
  }

  // The next pairs of one group; a text that is in the batch already is put off (it would be a false negative).
  void choose() {
    int g = (int)(std::lower_bound(cumulative.begin(), cumulative.end(), random.uniform() * cumulative.back()) -
                  cumulative.begin());
    g = std::min(g, d.groups - 1);
    chosen.clear();
    answer.clear();
    ++stamp;
    int64_t size = d.group_start[g + 1] - d.group_start[g];
    int64_t tries = std::min<int64_t>(size, (int64_t)c.batch * 2);
    for (int64_t i = 0; i < tries && (int)chosen.size() < c.batch; ++i) {
      if (order[g].empty() || cursor[g] >= size) {
        if (!order[g].empty() && i > 0) {
          cursor[g] = size;  // begin the next pass with the next batch
          break;
        }
        shuffle(g);
      }
      int64_t p = d.group_start[g] + order[g][cursor[g]++];
      int64_t other = c.foreign > 0 && random.uniform() < c.foreign ? sibling(p) : -1;
      int32_t b = other < 0 ? d.b_id[p] : d.a_id[other];
      if (stamp_a[d.a_id[p]] == stamp || stamp_b[b] == stamp) continue;
      stamp_a[d.a_id[p]] = stamp;
      stamp_b[b] = stamp;
      chosen.push_back(p);
      answer.push_back(other);
    }
    n = (int)chosen.size();
  }

  void collect(int t) {
    auto &out = events[t];
    out.clear();
    Random r{c.seed ^ (uint64_t)(step * 2 + 1) * 0x9e3779b97f4a7c15ull ^ (uint64_t)t << 57};
    uint64_t limit = (uint64_t)(c.dropout * 18446744073709551615.0);
    for (int s = 2 * n * t / c.threads; s < 2 * n * (t + 1) / c.threads; ++s) {
      bool side_a = s < n || answer[s - n] >= 0;
      int64_t p = s < n ? chosen[s] : side_a ? answer[s - n] : chosen[s - n];
      const int32_t *token = d.tokens + (side_a ? d.a_start[p] : d.b_start[p]);
      int length = std::min(side_a ? d.a_length[p] : d.b_length[p], c.max_tokens);
      size_t before = out.size();
      for (int i = 0; i < length; ++i) {
        if (limit && length > 1 && r.next() < limit) continue;
        out.push_back(token[i]);
        out.push_back(s);
      }
      if (out.size() == before && length > 0) {
        out.push_back(token[0]);
        out.push_back(s);
      }
    }
  }

  std::vector<std::pair<const int32_t *, const int32_t *>> parts_of(const std::vector<std::vector<int32_t>> &lists) {
    std::vector<std::pair<const int32_t *, const int32_t *>> parts;
    for (auto &l : lists) parts.push_back({l.data(), l.data() + l.size()});
    return parts;
  }

  // Row of a subword = own row + weighted sum of n-gram rows. A slot is (index * threads + thread).
  void compose(int t) {
    auto &p = postings[t];
    composed[t].resize(p.ids.size() * c.dim);
    gram_events[t].clear();
    for (size_t i = 0; i < p.ids.size(); ++i) {
      int32_t id = p.ids[i];
      float *to = composed[t].data() + i * c.dim;
      if (i + 2 < p.ids.size()) prefetch(own.rows + (int64_t)p.ids[i + 2] * c.dim, c.dim);
      std::memcpy(to, own.rows + (int64_t)id * c.dim, sizeof(float) * c.dim);
      if (!c.ngrams) continue;
      int64_t count = d.gram_start[id + 1] - d.gram_start[id];
      float w = count ? c.ngram_weight / std::sqrt((float)count) : 0;
      for (int64_t j = d.gram_start[id]; j < d.gram_start[id + 1]; ++j) {
        prefetch(gram.rows + (int64_t)d.gram_ids[j + 2] * c.dim, c.dim);
        const float *from = gram.rows + (int64_t)d.gram_ids[j] * c.dim;
        for (int k = 0; k < c.dim; ++k) to[k] += w * from[k];
        gram_events[t].push_back(d.gram_ids[j]);
        gram_events[t].push_back((int32_t)i * c.threads + t);
      }
    }
  }

  void embed(int t) {
    int from = 2 * n * t / c.threads, to = 2 * n * (t + 1) / c.threads;
    std::fill(unit.begin() + (size_t)from * c.dim, unit.begin() + (size_t)to * c.dim, 0.0f);
    const auto &e = events[t];
    for (size_t i = 0; i < e.size(); i += 2) {
      int owner = e[i] % c.threads;
      const float *row = composed[owner].data() + (size_t)slot[e[i]] * c.dim;
      float *sum = unit.data() + (size_t)e[i + 1] * c.dim;
      for (int k = 0; k < c.dim; ++k) sum[k] += row[k];
    }
    for (int s = from; s < to; ++s) {
      float *u = unit.data() + (size_t)s * c.dim, square = 0;
      for (int k = 0; k < c.dim; ++k) square += u[k] * u[k];
      norm[s] = std::sqrt(square) + 1e-6f;
      for (int k = 0; k < c.dim; ++k) u[k] /= norm[s];
    }
  }

  void score(int t) {
    int from = n * t / c.threads, to = n * (t + 1) / c.threads;
    const float *b = unit.data() + (size_t)n * c.dim;
    float *columns = partial_columns.data() + (size_t)t * c.batch;
    std::fill(columns, columns + n, 0.0f);
    for (int i0 = from; i0 < to; i0 += 128) {  // small blocks stay in the cache for exp
      int rows = std::min(128, to - i0);
      cblas_sgemm(kRowMajor, kNoTrans, kTrans, rows, n, c.dim, c.scale, unit.data() + (size_t)i0 * c.dim, c.dim, b, c.dim, 0,
                  logits.data() + (size_t)i0 * n, n);
      for (int i = i0; i < i0 + rows; ++i) {
        float *l = logits.data() + (size_t)i * n, sum = 0;
        l[i] -= c.scale * c.margin;
        float positive = l[i];
        float top = c.scale;
        for (int j = 0; j < n; ++j) l[j] = fast_exp(l[j] - top);
        for (int j = 0; j < n; ++j) sum += l[j];
        for (int j = 0; j < n; ++j) columns[j] += l[j];
        row_sum[i] = sum;
        loss[t] += std::log(sum) + c.scale - positive;
      }
    }
  }

  void gradient_of_logits(int t) {
    int from = n * t / c.threads, to = n * (t + 1) / c.threads;
    float half = 0.5f / n;
    for (int i = from; i < to; ++i) {
      float *l = logits.data() + (size_t)i * n, r = half / row_sum[i];
      for (int j = 0; j < n; ++j) l[j] *= r + column_sum[j];
      l[i] -= 1.0f / n;
    }
  }

  void gradient_of_units(int t) {
    int from = n * t / c.threads, to = n * (t + 1) / c.threads;
    const float *a = unit.data(), *b = unit.data() + (size_t)n * c.dim;
    float *da = grad.data(), *db = grad.data() + (size_t)n * c.dim;
    cblas_sgemm(kRowMajor, kNoTrans, kNoTrans, to - from, c.dim, n, c.scale, logits.data() + (size_t)from * n, n, b, c.dim, 0,
                da + (size_t)from * c.dim, c.dim);
    cblas_sgemm(kRowMajor, kTrans, kNoTrans, to - from, c.dim, n, c.scale, logits.data() + from, n, a, c.dim, 0,
                db + (size_t)from * c.dim, c.dim);
    for (int side = 0; side < 2; ++side)
      for (int s = side * n + from; s < side * n + to; ++s) {
        const float *u = unit.data() + (size_t)s * c.dim;
        float *g = grad.data() + (size_t)s * c.dim, dot = 0;
        for (int k = 0; k < c.dim; ++k) dot += u[k] * g[k];
        for (int k = 0; k < c.dim; ++k) g[k] = (g[k] - dot * u[k]) / norm[s];
      }
  }

  void update_own(int t, float rate) {
    auto &p = postings[t];
    token_grad[t].assign(p.ids.size() * c.dim, 0.0f);
    for (size_t i = 0; i < p.ids.size(); ++i) {
      float *g = token_grad[t].data() + i * c.dim;
      own.prepare(p.ids, i + 1);
      for (int32_t o = p.start[i]; o < p.start[i + 1]; ++o) {
        const float *from = grad.data() + (size_t)p.items[o] * c.dim;
        for (int k = 0; k < c.dim; ++k) g[k] += from[k];
      }
      own.update(p.ids[i], g, rate, c.beta1, c.beta2);
    }
  }

  void update_grams(int t, float rate) {
    auto &p = gram_postings[t];
    std::vector<float> sum(c.dim);
    for (size_t i = 0; i < p.ids.size(); ++i) {
      std::fill(sum.begin(), sum.end(), 0.0f);
      gram.prepare(p.ids, i + 1);
      for (int32_t o = p.start[i]; o < p.start[i + 1]; ++o) {
        int owner = p.items[o] % c.threads, index = p.items[o] / c.threads;
        int32_t id = postings[owner].ids[index];
        float w = c.ngram_weight / std::sqrt((float)(d.gram_start[id + 1] - d.gram_start[id]));
        const float *from = token_grad[owner].data() + (size_t)index * c.dim;
        for (int k = 0; k < c.dim; ++k) sum[k] += w * from[k];
      }
      gram.update(p.ids[i], sum.data(), rate, c.beta1, c.beta2);
      gram_slot[p.ids[i]] = -1;
    }
  }

  void work(int t, Barrier &barrier, int64_t steps, float rate_begin, float rate_end) {
    for (int64_t s = 0; s < steps; ++s) {
      if (t == 0) choose();
      barrier.wait();
      if (n < 2) {
        barrier.wait();
        if (t == 0) ++step;
        continue;
      }
      collect(t);
      barrier.wait();
      postings[t].build(parts_of(events), slot, t, c.threads);
      compose(t);
      barrier.wait();
      embed(t);
      if (c.ngrams) gram_postings[t].build(parts_of(gram_events), gram_slot, t, c.threads);
      barrier.wait();
      score(t);
      barrier.wait();
      if (t == 0) {
        std::fill(column_sum.begin(), column_sum.end(), 0.0f);
        for (int u = 0; u < c.threads; ++u)
          for (int j = 0; j < n; ++j) column_sum[j] += partial_columns[(size_t)u * c.batch + j];
        for (int j = 0; j < n; ++j) column_sum[j] = 0.5f / n / column_sum[j];
      }
      barrier.wait();
      gradient_of_logits(t);
      barrier.wait();
      gradient_of_units(t);
      barrier.wait();
      float rate = rate_begin + (rate_end - rate_begin) * ((float)s / steps);
      update_own(t, rate);
      for (int32_t id : postings[t].ids) slot[id] = -1;
      barrier.wait();
      if (c.ngrams) update_grams(t, rate);
      barrier.wait();
      if (t == 0) {
        for (auto &l : loss) total_loss += l, l = 0;
        total_loss_pairs += n;
        pairs_seen += n;
        ++step;
      }
    }
  }
};

}  // namespace

extern "C" {

// rows [vocab, dim] and gram_rows [ngrams, dim] are updated in place; the caller keeps every array alive.
void *trainer_new(const Config *c, const Data *d, float *rows, float *gram_rows) {
  openblas_set_num_threads(1);
  return new Trainer(*c, *d, rows, gram_rows);
}

// Run `steps` batches while the learning rate goes linearly from one value to another.
// Returns the mean loss (nats, foreign to English) of these batches.
double trainer_run(void *handle, int64_t steps, float rate_begin, float rate_end) {
  auto *trainer = static_cast<Trainer *>(handle);
  Barrier barrier(trainer->c.threads);
  std::vector<std::thread> threads;
  for (int t = 1; t < trainer->c.threads; ++t)
    threads.emplace_back([&, t] { trainer->work(t, barrier, steps, rate_begin, rate_end); });
  trainer->work(0, barrier, steps, rate_begin, rate_end);
  for (auto &thread : threads) thread.join();
  double mean = trainer->total_loss / std::max<int64_t>(1, trainer->total_loss_pairs);
  trainer->total_loss = 0;
  trainer->total_loss_pairs = 0;
  return mean;
}

// From now on subwords have their own rows only; the caller has added the n-gram rows to them.
void trainer_drop_ngrams(void *handle) { static_cast<Trainer *>(handle)->c.ngrams = 0; }

int64_t trainer_pairs(void *handle) { return static_cast<Trainer *>(handle)->pairs_seen; }

void trainer_free(void *handle) { delete static_cast<Trainer *>(handle); }
}
