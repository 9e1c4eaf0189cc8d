/** Made by models/matcher/fit.sh; do not edit. */
import type { MatchWeights } from "./probability.js";

/** Weights of the features and of the second step. */
export const matchWeights: MatchWeights = {
  first: {
    bias: -1.7759,
    features: [
      0.3098, 1.12, 0.054, -0.2302, 2.0767, -0.3847, 1.0314, 1.1827, 0.1701,
      0.1992, -0.5425, -0.6179, -0.6455, 0.7455, -2.3777, -0.1219, 0.1438,
    ],
    final: [-0.4899, 0.467, 0.0415, 0.0684, 0.3741],
  },
  second: {
    bias: -1.0838,
    features: [
      -0.1553, 0.8864, -0.0757, -0.2516, 2.0859, -0.3903, 1.1749, 1.0981,
      -0.1974, 0.1589, -0.5419, -0.8686, -0.6493, 0.7097, -2.3657, -0.1052,
      0.2089, 0.0829, 0.2871, 0.2714, -0.178, -0.0285, 0.1683, -0.0464,
    ],
    final: [-0.425, 0.4802, 0.0308, 0.0552, 0.4009],
  },
};
