/** The gateway of withheld.ts as several processes. */
import { asWorkers } from './as-workers.ts';
import { schema, sessionFor } from './withheld.ts';

asWorkers({ schema, sessionFor });
