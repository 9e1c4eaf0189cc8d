export { nb as no } from './nb.js';
