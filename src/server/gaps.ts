/** What the log is told of Zoom being ahead of the declarations. */
import { Unknowns } from '../zoom/client/unknowns.ts';
import type { Log } from './log.ts';

/** Looks for what nothing declares, with a line for each thing that is found. */
export const gapsTo = (log: Log): Unknowns => new Unknowns((unknown) => log.info(unknown, 'undeclared'));
