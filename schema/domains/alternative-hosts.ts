/** Those who may host a meeting or webinar in place of its host: Zoom names them in one text, by email addresses or ids. */
import type { MeetingSettings } from '../../src/zoom/api/meetings/meeting-settings.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import type { WebinarSettings } from '../../src/zoom/api/webinars/webinar-settings.ts';
import type { Builder } from '../types/builder.ts';
import { leafOf, objectOf } from '../types/shape.ts';
import { userBy } from './dashboards/session.ts';

/** Shows them as users beside the text of some settings. */
export const showAlternativeHosts = (builder: Builder, of: typeof MeetingSettings | typeof WebinarSettings): void => {
  builder.objectField(objectOf(builder, of), 'alternativeHostUsers', (t) =>
    t.zoomRefs({
      of: User,
      links: ({ alternative_hosts: text }) => {
        const refs = leafOf(of, 'alternative_hosts', text) as readonly string[] | null;
        return refs?.flatMap((ref) => userBy(ref) ?? []);
      },
      knownFields: [],
      description: 'Those who may host in place of the host, as users.',
    }),
  );
};
