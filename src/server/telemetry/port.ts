/** Where metrics are read: a port of their own, so that whoever may send queries does not see them by that. */
import type { RequestListener } from 'node:http';
import { type Config, SETTINGS } from '../config.ts';
import { listeningBy } from '../failure.ts';
import { type HttpServer, listen } from '../http/http.ts';
import type { Log } from '../log.ts';

export const METRICS_PATH = '/metrics';
/** Of the text that Prometheus reads. */
const TEXT = 'text/plain; version=0.0.4; charset=utf-8';

/** Listens on `METRICS_PORT`. `read` gives the text; where it fails, the log says why. Rejects with the listen error of a taken port. */
export const listenForMetrics = (
  { metricsPort = 0, metricsHost, allowedHosts }: Pick<Config, 'metricsPort' | 'metricsHost' | 'allowedHosts'>,
  read: () => Promise<string>,
  log: Log,
): Promise<HttpServer> => {
  const listener: RequestListener = (request, response) => {
    const { method = '', url = '' } = request;
    if (url.split('?')[0] !== METRICS_PATH) return void response.writeHead(404).end();
    if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    read().then(
      (text) => response.writeHead(200, { 'content-type': TEXT }).end(text),
      (error: unknown) => {
        log.error({ err: error }, 'The metrics could not be gathered.');
        response.writeHead(500).end();
      },
    );
  };
  const listening = listen(listener, metricsPort, metricsHost, { hosts: allowedHosts });
  return listeningBy([SETTINGS.metricsPort.name, SETTINGS.metricsHost.name], listening);
};
