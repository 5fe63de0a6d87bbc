/** Who is registered for a meeting at the beginning. */
import { DAY } from '../clock.ts';
import { FIRST_NAMES, instant, type Known, LAST_NAMES, opaqueId, pick } from '../seeded.ts';
import type { Table } from '../things.ts';
import type { World } from '../world.ts';

const STATUSES = [...Array(6).fill('approved'), 'pending', 'pending', 'denied'];

const registrant = ({ seed, start }: World, meeting: number, i: number): Known => {
  const key = `${seed}/registrant/${meeting}/${i}`;
  return {
    first_name: pick(`${key}f`, FIRST_NAMES),
    last_name: pick(`${key}l`, LAST_NAMES),
    email: `guest${i}.${opaqueId(key).slice(0, 6).toLowerCase()}@example.org`,
    status: STATUSES[i],
    create_time: instant(start - (i + 1) * DAY),
    custom_questions: [],
    comments: '',
  };
};
export const registrantsOf = (world: World, meeting: number): Table =>
  Object.fromEntries(STATUSES.map((_, i) => [String(i), registrant(world, meeting, i)]));

const ANSWERS = ['A friend', 'The web'];
/** What people are asked when they register. */
export const QUESTIONS: Known = {
  questions: [
    { field_name: 'last_name', required: true },
    { field_name: 'org', required: false },
  ],
  custom_questions: [{ title: 'How did you hear of us?', type: 'single', answers: ANSWERS, required: false }],
};
