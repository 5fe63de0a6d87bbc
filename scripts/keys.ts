/** `npm run keys`: creates, lists and revokes the keys by which clients call the gateway. The text of a key is shown once, alone on stdout. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PERMISSIONS, type Permission } from '../resolvers/session.ts';
import { type KeyRecord, keysIn, newKey, textOf } from '../src/server/auth/keys.ts';
import { SETTINGS } from '../src/server/config.ts';

const FILE = SETTINGS.authKeysFile.name;
const USAGE = `Usage:
  npm run -s keys -- create --name <name> [--permissions read,write] [--file <file>]
  npm run -s keys -- list [--file <file>]
  npm run -s keys -- revoke <id> [--file <file>]

The file is that of ${FILE}, unless it is given. Permissions are ${PERMISSIONS.join(', ')}; by default read.
Without a file, create shows the record for ${SETTINGS.authKeys.name}.`;

const tell = (text: string) => void process.stderr.write(`${text}\n`);
const say = (text: string) => void process.stdout.write(`${text}\n`);

class Mistake extends Error {}

const recordsIn = (file: string): readonly KeyRecord[] => {
  try {
    return existsSync(file) ? keysIn(readFileSync(file, 'utf8')) : [];
  } catch (error) {
    throw new Mistake(`${file} cannot be used: ${error instanceof Error ? error.message : ''}`);
  }
};
/** Whoever reads the file meanwhile finds the one or the other, and never a half. */
const write = (file: string, records: readonly KeyRecord[]): void => {
  const text = textOf(records);
  keysIn(text);
  const half = `${file}.${process.pid}`;
  writeFileSync(half, text, { mode: 0o600 });
  renameSync(half, file);
};

const permissionsIn = (text: string): Permission[] =>
  text.split(',').map((word) => {
    const known = PERMISSIONS.find((one) => one === word.trim().toLowerCase());
    if (!known) throw new Mistake(`There is no permission "${word.trim()}", only ${PERMISSIONS.join(', ')}.`);
    return known;
  });

const create = (name: string, permissions: readonly Permission[], file: string | undefined): void => {
  const known = file === undefined ? [] : recordsIn(file);
  if (known.some((one) => one.name === name)) throw new Mistake(`There is a key with the name "${name}" already.`);
  const { text, record } = newKey(name, permissions, new Date());
  if (file === undefined) tell(`Set ${SETTINGS.authKeys.name} to ${JSON.stringify({ keys: [record] })}`);
  else {
    write(file, [...known, record]);
    tell(`The key ${record.id} is in ${file}, as a hash.`);
  }
  tell('The key itself is shown now, and never again:');
  say(text);
};

const list = (file: string): void => {
  for (const { id, name, permissions, createdAt } of recordsIn(file))
    say([id, createdAt, permissions.join(','), name].join('\t'));
};

const revoke = (id: string, file: string): void => {
  const known = recordsIn(file);
  const left = known.filter((one) => one.id !== id);
  if (left.length === known.length) throw new Mistake(`There is no key ${id} in ${file}.`);
  write(file, left);
  tell(`The key ${id} is no more. Gateways that run see that within a second or two.`);
};

const fileIn = (file: string | undefined): string => {
  if (file === undefined) throw new Mistake(`Say which file: by --file, or by ${FILE}.`);
  return file;
};

const main = (): void => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      permissions: { type: 'string', default: 'read' },
      help: { type: 'boolean', short: 'h' },
      file: { type: 'string', default: process.env[FILE] || undefined },
    },
  });
  const [command, id, ...more] = positionals;
  const name = values.name?.trim();
  if (more.length > 0 || (id !== undefined && command !== 'revoke')) throw new Mistake(USAGE);
  if (values.help) tell(USAGE);
  else if (command === 'create' && name) create(name, permissionsIn(values.permissions), values.file);
  else if (command === 'list') list(fileIn(values.file));
  else if (command === 'revoke' && id) revoke(id, fileIn(values.file));
  else throw new Mistake(USAGE);
};

try {
  main();
} catch (error) {
  const isTheirs = error instanceof Mistake || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  tell(isTheirs && error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
