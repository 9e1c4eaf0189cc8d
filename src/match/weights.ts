/** Made by models/matcher/fit.sh; do not edit. */
import type { MatchWeights } from './probability.js';

/** Weights of the features and of the second step. */
export const matchWeights: MatchWeights = {
  first: {
    bias: -1.7883,
    features: [
      -0.2068, 0.9269, 0.3213, -0.1106, 1.5623, -0.2821, 1.6028, 0.86, 0.0111, 0.1855, -0.416,
      -0.2757, -0.6332, 0.8336, -1.709, -0.6241, 0.4836,
    ],
    final: [-0.4341, 0.3366, 0.0642, 0.0876, 0.4478],
  },
  second: {
    bias: -1.8508,
    features: [
      -0.2301, 0.8702, 0.296, -0.1252, 1.5207, -0.2926, 1.629, 0.8355, 0.0293, 0.157, -0.4202,
      -0.2889, -0.6954, 0.8074, -1.6872, -0.6018, 0.4803, 0.1913, 0.224,
    ],
    final: [-0.456, 0.3229, 0.0756, 0.095, 0.4492],
  },
};
