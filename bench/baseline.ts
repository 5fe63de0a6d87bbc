/** The baseline as a process. */
import { createServer } from 'node:http';
import { createBaseline } from './plain.ts';
import { listening, report } from './subject.ts';

report({ origin: await listening(createServer(await createBaseline(process.env))) });
