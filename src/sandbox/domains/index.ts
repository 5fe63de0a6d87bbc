/** What the domains say: all parts that their files export; what is special goes before what follows from paths. */
import type { Part } from '../call.ts';
import * as files from './files.ts';

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && 'domain' in value;

const parts = Object.values(files).flatMap((file) => Object.values<unknown>(file).filter(isPart));
export const domains = [
  ...parts.filter(({ isSpecial }) => !isSpecial),
  ...parts.filter(({ isSpecial }) => isSpecial),
].map(({ domain }) => domain);
