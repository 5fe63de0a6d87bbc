import type { Plugin } from 'graphql-yoga';
import { plainAccept } from '../http/accept.ts';
import { answerOfError, httpError } from '../http/errors.ts';

/**
 * Chooses the media type of the answer: Yoga looks neither at weights nor, everywhere, past capitals. It gets the header in plain
 * words. What cannot be answered in any type that the client takes is refused before it runs.
 */
export const useAccept = (): Plugin => ({
  onRequest: ({ request }) => {
    const { headers } = request;
    headers.set('accept', plainAccept(headers.get('accept')));
  },
  onRequestParse: ({ request, endResponse, fetchAPI }) => {
    if (request.headers.get('accept')) return;
    const { status, headers, body } = answerOfError(
      httpError(406, 'NOT_ACCEPTABLE', 'Accept application/json, or application/graphql-response+json.'),
    );
    endResponse(new fetchAPI.Response(body, { status, headers }));
  },
});
