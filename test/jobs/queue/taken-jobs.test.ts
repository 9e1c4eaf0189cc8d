import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TakenJobs } from '../../../src/jobs/queue/taken-jobs.js';

describe('the jobs that a worker has taken', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function taken(lanes: number) {
    const rooms: number[] = [];
    const log: string[] = [];
    const jobs = new TakenJobs({
      lanes,
      onRoom: (room) => rooms.push(room),
    });
    const begin = (name: string): void =>
      void jobs.begin().then((mayBegin) => log.push(mayBegin ? name : `${name} goes back`));
    const report = (name: string): void =>
      void jobs.toReport().then(() => log.push(`${name} reported`));
    const after = async (time: number): Promise<readonly string[]> => {
      await vi.advanceTimersByTimeAsync(time);
      return log.splice(0);
    };
    return { jobs, rooms, begin, report, after };
  }

  test('begin in their order, as many at once as there are lanes', async () => {
    const { jobs, begin, after } = taken(2);
    for (const name of ['a', 'b', 'c', 'd']) begin(name);
    expect(await after(0)).toEqual(['a', 'b']);
    jobs.end(20);
    expect(await after(0)).toEqual(['c']);
    jobs.end(20);
    jobs.end(20);
    jobs.end(20);
    begin('e');
    expect(await after(0)).toEqual(['d', 'e']);
  });

  test('are more than there are lanes if they are short, and no more if they are long', () => {
    const { jobs, rooms } = taken(2);
    jobs.end(100);
    jobs.end(100);
    for (let index = 0; index < 20; index++) jobs.end(5);
    for (let index = 0; index < 20; index++) jobs.end(5000);
    expect([rooms[0], Math.max(...rooms), rooms.at(-1)]).toEqual([10, 18, 2]);
  });

  test('go back if they can not begin within a second, and none is taken ahead then', async () => {
    const { jobs, rooms, begin, after } = taken(1);
    jobs.end(50);
    expect(rooms).toEqual([9]);
    for (const name of ['a', 'b', 'c']) begin(name);
    expect(await after(900)).toEqual(['a', 'b']);
    expect(await after(200)).toEqual(['c goes back']);
    expect(rooms).toEqual([9, 1]);
  });

  test('are reported together, but at once if a lane might wait', async () => {
    const { jobs, begin, report, after } = taken(1);
    for (const name of ['a', 'b', 'c', 'd']) begin(name);
    jobs.end(20);
    report('a');
    expect(await after(0)).toEqual(['a', 'b']);
    jobs.end(20);
    report('b');
    expect(await after(100)).toEqual(['c']);
    expect(await after(100)).toEqual(['a reported', 'b reported']);
    jobs.end(20);
    report('c');
    expect(await after(0)).toEqual(['d', 'c reported']);
  });

  test('go back when the worker is stopped, and what is done is reported', async () => {
    const { jobs, begin, report, after } = taken(1);
    for (const name of ['a', 'b', 'c', 'd']) begin(name);
    jobs.end(20);
    report('a');
    expect(await after(0)).toEqual(['a', 'b']);
    jobs.stop();
    begin('e');
    expect(await after(0)).toEqual(['a reported', 'c goes back', 'd goes back', 'e goes back']);
    jobs.end(20);
    report('b');
    expect(await after(0)).toEqual(['b reported']);
  });
});
