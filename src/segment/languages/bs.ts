export { hr as bs } from './hr.js';
