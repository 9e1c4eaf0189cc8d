import { describe, expect, test } from 'vitest';
import { readDoctorRequest } from '../../../../src/cli/commands/doctor/request.js';
import { doctor } from '../../../../src/cli/commands/doctor/spec.js';
import { parsed } from '../parsed.js';

describe('readDoctorRequest', () => {
  test.each([
    ['--quiet', null],
    ['--model own', 'own'],
  ])('%s checks the model %s', (line, model) => {
    expect(readDoctorRequest(parsed(doctor, line))).toEqual({ model });
  });
});
