/** Registrants of webinars, what they are asked, and the links by which they came. */
import * as api from '../../../zoom/api/webinars/registrants.ts';
import type { Account, Call } from '../../call.ts';
import { resource, single, type Thing } from '../../resource.ts';
import { QUESTIONS } from '../../seed/registrants.ts';
import { type Known, pick } from '../../seeded.ts';
import { hasRegistration, registering, registrantsAt } from '../meetings/registrants.ts';
import { type Webinar, webinars } from './webinars.ts';

/** The link by which a registrant came: the one that was named, or any. */
const sourceOf = (account: Account, webinar: Webinar, { id, source_id }: Known): unknown => {
  const sources = trackingSources.in(account, webinar).all();
  return source_id ?? (sources.length > 0 ? pick(String(id), sources).id : undefined);
};

export const registrants = registrantsAt({
  list: api.listWebinarRegistrants,
  add: api.addWebinarRegistrant,
  at: webinars.at,
  where: { tracking_source_id: (known, asked, call) => sourceOf(call.account, webinars.at(call), known) === asked },
});

export const trackingSources = resource(api.listTrackingSources, {
  name: 'tracking source',
  named: 'source_name',
  in: webinars.at,
  initial: (_, webinar: Webinar) => (hasRegistration(webinar) ? ['Newsletter', 'Website'] : []),
  shown: ({ id }: Thing, account, webinar) => {
    const came = registrants
      .in(account, webinar)
      .all()
      .filter((registrant) => sourceOf(account, webinar, registrant) === id);
    return { registration_count: came.length, visitor_count: 3 * came.length };
  },
});

export const questions = single(api.getWebinarRegistrationQuestions, {
  of: (call: Call) => webinars.row(registering(webinars.at(call)), call.account),
  initial: {
    ...QUESTIONS,
    custom_questions: [{ title: 'How did you hear of us?', type: 'single_radio', answers: ['A friend', 'The web'] }],
  },
});
