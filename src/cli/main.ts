/** The program: finds the command, reads its arguments, runs it, turns errors into exit codes. */
import { runCommandLine } from './run-command-line.js';

void runCommandLine(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
  // After an error, work may still be running whose result nobody needs (a model that is loading). Wait
  // for the streams only.
  if (code !== 0)
    process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
});
