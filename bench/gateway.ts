/** This gateway as in production: all protections on, a line of the log for each call. Its log goes to /dev/null. */
import { credentialsOf, readConfig } from '../src/server/config.ts';
import { createGateway } from '../src/server/gateway.ts';
import { listen } from '../src/server/http/http.ts';
import { callLines, createLog, lines } from '../src/server/log.ts';
import { createClient } from '../src/zoom/client/client.ts';
import { report } from './subject.ts';

/** Calls are counted as ever; the limits are so many times those of Zoom that none of them waits. */
const BOUNDLESS = 1e6;

const config = readConfig();
/** Whether Zoom's limits hold, as they do where many accounts are asked. */
const isLimited = process.env.LIMITED === 'on';
const log = createLog(config.logLevel, lines('/dev/null'));
const client = createClient({
  apiUrl: config.apiUrl,
  oauthUrl: config.oauthUrl,
  credentials: credentialsOf(config),
  plan: config.plan,
  share: isLimited ? config.share / 100 : BOUNDLESS,
  countedWithinMs: config.countedWithin,
  log: callLines(log),
  coalesce: config.coalesce,
  optimizations: config.optimizations,
});
const { origin } = await listen(createGateway({ client, config, log }), 0, '127.0.0.1');
report({ origin });
