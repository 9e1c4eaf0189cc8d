/** A thread that only aligns. */
import { workerData } from 'node:worker_threads';
import type { AlignThreadData } from './align-messages.js';
import { alignOnPort } from './align-on-port.js';

const data: AlignThreadData = workerData;
alignOnPort(data);
