/** Made by models/matcher/fit.sh; do not edit. */
import type { MatchWeights } from "./probability.js";

/** Weights of the features and of the second step. */
export const matchWeights: MatchWeights = {
  first: {
    bias: -1.7423,
    features: [
      0.0605, 1.086, 0.1054, -0.2425, 2.0903, -0.4207, 1.1719, 1.1049, 0.2432,
      0.2228, -0.7096, -0.6702, -0.9388, 0.784, -2.4683, -0.5369, 0.1954,
    ],
    final: [-0.7008, 0.4181, 0.0892, 0.127, 0.31],
  },
  second: {
    bias: -0.5086,
    features: [
      -0.3306, 0.8289, -0.0425, -0.2722, 2.1585, -0.4507, 1.1975, 0.9587,
      -0.2281, 0.1964, -0.8685, -0.9486, -0.7637, 0.7131, -2.4347, -0.5032,
      0.2552, -0.0068, 0.3003, 0.2856, -0.2209, 0.123, 0.1719, 0.0173,
    ],
    final: [-0.5626, 0.4481, 0.0703, 0.1065, 0.3474],
  },
};
