/** What is left of Zoom's limits, as this gateway counts. */
import { builder } from './builder.ts';
import { RateLimitLabel } from './rest.ts';
