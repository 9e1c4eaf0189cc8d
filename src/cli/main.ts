#!/usr/bin/env node
/** The program: finds the command, reads its arguments, runs it, turns errors into exit codes. */
import { runCommandLine } from './run-command-line.js';

const code = await runCommandLine(process.argv.slice(2));
process.exitCode = code;
// After an error there may be work under way whose result nobody wants (a model loading): it is not
// waited for, only the streams are.
if (code !== 0) process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
