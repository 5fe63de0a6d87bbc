/** The baseline with as many types as the process that starts it says; it needs no Zoom to start. */
import { createServer } from 'node:http';
import { createOffline, grow } from './plain.ts';
import { listening } from './subject.ts';

grow(JSON.parse(process.env.SIZE ?? ''));
process.stdout.write(`${await listening(createServer(createOffline()))}/graphql\n`);
