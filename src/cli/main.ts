#!/usr/bin/env node
/** The program: finds the command, reads its arguments, runs it, turns errors into exit codes. */
import { runCommandLine } from './run-command-line.js';

process.exitCode = await runCommandLine(process.argv.slice(2));
