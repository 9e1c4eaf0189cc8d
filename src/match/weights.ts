/** Made by models/matcher/fit.sh; do not edit. */
import type { MatchWeights } from './probability.js';

/** Weights of the features and of the second step. */
export const matchWeights: MatchWeights = {
  first: {
    bias: -1.567,
    features: [
      -0.053, 0.9392, 0.3218, -0.1262, 1.5913, -0.2769, 1.2594, 1.1107, -0.2155, 0.4322, -0.5717,
      -0.4998, -0.5957, 0.8194, -1.7599, -0.6577, 0.5494,
    ],
    final: [-0.4747, 0.3215, 0.0819, 0.106, 0.4191],
  },
  second: {
    bias: -1.6172,
    features: [
      -0.0779, 0.8717, 0.3018, -0.1433, 1.5319, -0.2887, 1.3021, 1.0763, -0.2119, 0.4241, -0.5869,
      -0.5161, -0.6662, 0.7935, -1.7374, -0.6293, 0.5448, 0.1701, 0.2474,
    ],
    final: [-0.5029, 0.3069, 0.0956, 0.1162, 0.4154],
  },
};
