/** Polls prepared for a webinar: those of meetings, at paths of their own. */
import { del, get, list as listing, post, put } from '../../declare/endpoint.ts';
import { named } from '../../declare/shape.ts';
import { CreatePollBody, pollCodes as codes, ListPollsQuery, Poll, PollBody } from '../meetings/polls.ts';
import { reading, writing } from './webinars.ts';

export const WebinarPoll = named('WebinarPoll', Poll, 'A poll prepared for a webinar.');

export const listWebinarPolls = listing('/webinars/{webinarId}/polls', {
  items: 'polls',
  of: WebinarPoll,
  query: ListPollsQuery,
  limit: 'LIGHT',
  scopes: reading,
  codes,
});

export const getWebinarPoll = get('/webinars/{webinarId}/polls/{pollId}', {
  of: WebinarPoll,
  limit: 'LIGHT',
  scopes: reading,
  codes,
});

export const createWebinarPoll = post('/webinars/{webinarId}/polls', {
  body: CreatePollBody,
  of: WebinarPoll,
  limit: 'LIGHT',
  scopes: writing,
  codes,
});

export const updateWebinarPoll = put('/webinars/{webinarId}/polls/{pollId}', {
  body: PollBody,
  limit: 'LIGHT',
  scopes: writing,
  codes,
});

export const deleteWebinarPoll = del('/webinars/{webinarId}/polls/{pollId}', {
  limit: 'LIGHT',
  scopes: writing,
  codes,
});
