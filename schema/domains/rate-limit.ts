/** What is left of Zoom's limits, as this gateway counts. */
import type { BucketState, BudgetState } from '../../src/zoom/client/client.ts';
import type { Domain } from '../types/builder.ts';
import { rateLimitLabel } from '../types/rest.ts';

export const rateLimitDomain: Domain = (builder) => {
  const Period = builder.enumType('RateLimitPeriod', {
    description: 'The time that a limit is counted over.',
    values: {
      SECOND: { description: 'Calls in one second.' },
      MINUTE: { description: 'Calls in one minute.' },
      DAY: { description: 'Calls from one midnight UTC to the next.' },
    },
  });
  const Product = builder.enumType('RateLimitProduct', {
    description: 'The products that have limits of their own.',
    values: {
      CORE: { value: 'core', description: 'All products but Zoom Phone.' },
      PHONE: { value: 'phone', description: 'Zoom Phone.' },
    } as const,
  });

  const Bucket = builder.objectRef<BucketState>('RateLimitBucket').implement({
    description: 'One limit, and what is left of it.',
    fields: (t) => ({
      product: t.expose('product', {
        type: Product,
        nullable: false,
        description: 'The product whose calls are counted.',
      }),
      labels: t.expose('labels', {
        type: [rateLimitLabel(builder)],
        nullable: false,
        description: 'The classes of operations that draw on it, together where there are several.',
      }),
      period: t.field({
        type: Period,
        nullable: false,
        description: 'The time that `limit` is counted over.',
        resolve: ({ per }) => per,
      }),
      limit: t.exposeInt('limit', {
        nullable: false,
        description:
          "How many calls this gateway allows itself: Zoom's limit, less the share that is left to other apps.",
      }),
      remaining: t.exposeInt('remaining', { nullable: false, description: 'How many calls are left now.' }),
      resetsAt: t.field({
        type: 'DateTime',
        description: 'When spent calls come back; null while none is spent.',
        resolve: ({ resetsAt }) => resetsAt ?? null,
      }),
    }),
  });

  const RateLimit = builder.objectRef<BudgetState>('RateLimit').implement({
    description:
      "What is left of Zoom's limits for this credential, as far as this gateway knows; no call is made for it.",
    fields: (t) => ({
      plan: t.field({
        type: builder.enumType('ZoomPlan', {
          description: 'The plans of Zoom, as far as limits go.',
          values: {
            FREE: { value: 'free', description: 'Free accounts.' },
            PRO: { value: 'pro', description: 'Zoom Pro.' },
            BUSINESS: { value: 'business', description: 'Zoom Business, Education, Enterprise and Partner.' },
          } as const,
        }),
        nullable: false,
        description: 'The plan whose limits are kept.',
        resolve: ({ plan }) => plan,
      }),
      waiting: t.exposeInt('waiting', { nullable: false, description: 'How many calls wait for their turn now.' }),
      buckets: t.field({
        type: [Bucket],
        nullable: false,
        description: 'Each limit that applies.',
        resolve: ({ buckets }) => buckets,
      }),
    }),
  });

  builder.queryField('rateLimit', (t) =>
    t.field({
      type: RateLimit,
      nullable: false,
      needs: null,
      description: "What is left of Zoom's rate limits, as this gateway counts.",
      resolve: (_, __, { zoom }) => zoom.budget(),
    }),
  );
};
