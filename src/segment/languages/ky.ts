export { kk as ky } from './kk.js';
