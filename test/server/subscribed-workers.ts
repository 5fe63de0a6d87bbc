/** The gateway of subscribed.ts as several processes. */
import { asWorkers } from './as-workers.ts';
import { schema } from './subscribed.ts';

asWorkers({ schema });
