/** Summaries of the meetings that were held: of every other one. */
import * as api from '../../../zoom/api/meetings/meeting-summaries.ts';
import { lazily, operations, row } from '../../call.ts';
import type { Instance } from '../../seed/meetings.ts';
import { instant, MINUTE, pickInt } from '../../seeded.ts';
import { held } from '../dashboards/sessions.ts';

const endOf = ({ start, duration }: Instance): number => start + duration * MINUTE;
const writtenAt = (instance: Instance): number => endOf(instance) + 5 * MINUTE;
const isSummarized = ({ uuid }: Instance): boolean => pickInt(`summary/${uuid}`, 2) === 0;

export const summaries = operations((on) =>
  on(api.listMeetingSummaries, ({ account, query, now }) => {
    const from = query.from ? Date.parse(query.from) : Number.NEGATIVE_INFINITY;
    const to = query.to ? Date.parse(query.to) : now;
    const found = held(account, undefined).filter(
      (instance) => isSummarized(instance) && writtenAt(instance) >= from && writtenAt(instance) <= to,
    );
    return lazily(found, (instance) => {
      const { uuid, meeting, topic, host, start } = instance;
      const written = instant(writtenAt(instance));
      return row(`summary/${uuid}`, {
        meeting_uuid: uuid,
        meeting_id: meeting,
        meeting_topic: topic,
        meeting_start_time: instant(start),
        meeting_end_time: instant(endOf(instance)),
        meeting_host_id: host.id,
        meeting_host_email: host.email,
        summary_start_time: instant(start),
        summary_end_time: instant(endOf(instance)),
        summary_created_time: written,
        summary_last_modified_time: written,
      });
    });
  }),
);
