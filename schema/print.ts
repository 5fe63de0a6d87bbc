/** `npm run schema` writes schema/schema.graphql from the code; with --check it fails when the file is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { schema } from './index.ts';

const file = new URL('./schema.graphql', import.meta.url);
const printed = `${printSchemaWithDirectives(schema)}\n`;

if (!process.argv.includes('--check')) writeFileSync(file, printed);
else if (readFileSync(file, 'utf8') !== printed) {
  console.error('schema/schema.graphql is stale: run `npm run schema` and commit it.');
  process.exit(1);
}
