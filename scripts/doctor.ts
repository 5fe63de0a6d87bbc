/**
 * `npm run doctor` looks at the settings in the environment, and at all that the gateway needs with them; without any at its sandbox. `-- --json`
 * prints it as data. Ends with 1 where something failed.
 */
import { parseArgs } from 'node:util';
import { diagnose } from '../src/server/doctor/doctor.ts';
import { report } from '../src/server/doctor/finding.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
const diagnosis = await diagnose();
process.stdout.write(`${values.json ? JSON.stringify(diagnosis, null, 2) : report(diagnosis)}\n`);
if (!diagnosis.isWell) process.exitCode = 1;
