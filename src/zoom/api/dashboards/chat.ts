/** How much each user writes: the metrics of team chat, and those of its predecessor up to July 2021. */
import { byToken, list as listing } from '../../declare/endpoint.ts';
import { id, int, renamed, shape, string } from '../../declare/shape.ts';
import { DashboardDays, month, scopesOf } from './common.ts';

const writer = {
  user_id: id('The Zoom user.'),
  user_name: renamed('userName', 'name', string('The name of the user.')),
  email: string('The email address of the user.'),
};

export const DashboardChatUser = shape(
  'DashboardChatUser',
  {
    ...writer,
    total_sent: int('All messages.'),
    group_sent: int('Messages to groups and channels.'),
    p2p_sent: int('Messages to single people.'),
    text_sent: int('Messages of text.'),
    code_sippet_sent: int('Pieces of program text; the name is misspelt at Zoom.'),
    files_sent: int('Files sent.'),
    images_sent: int('Images sent.'),
    giphys_sent: int('Animated images of GIPHY sent.'),
    audio_sent: int('Voice messages sent.'),
    video_sent: int('Video messages sent.'),
  },
  'How much one user wrote in team chat.',
);

export const DashboardImUser = shape(
  'DashboardImUser',
  {
    ...writer,
    total_send: int('All messages sent.'),
    total_receive: int('All messages received.'),
    group_send: int('Messages sent to groups.'),
    group_receive: int('Messages received in groups.'),
    calls_send: int('Calls begun.'),
    calls_receive: int('Calls received.'),
    files_send: int('Files sent.'),
    files_receive: int('Files received.'),
    images_send: int('Images sent.'),
    images_receive: int('Images received.'),
    voice_send: int('Voice messages sent.'),
    voice_receive: int('Voice messages received.'),
    videos_send: int('Videos sent.'),
    videos_receive: int('Videos received.'),
    emoji_send: int('Emojis sent.'),
    emoji_receive: int('Emojis received.'),
  },
  'How much one user wrote and read in instant messages, before July 2021.',
);

const summed = { items: 'users', query: DashboardDays, paging: byToken(300), limit: 'RESOURCE_INTENSIVE' } as const;

export const listChatMetrics = listing('/metrics/chat', {
  ...summed,
  of: DashboardChatUser,
  span: month,
  scopes: scopesOf('im', 'chat'),
  subAccountScopes: ['dashboard_im:read:master', 'dashboard:master', 'dashboard:read:chat:master'],
});

/** Zoom counts nothing here from July 2021 on, hence no months: a refusal would name days that hold nothing. */
export const listImMetrics = listing('/metrics/im', {
  ...summed,
  of: DashboardImUser,
  span: { days: month.days },
  scopes: scopesOf('im'),
});
