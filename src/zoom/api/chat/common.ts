/** What channels, messages, contacts and the chat report share. */
import {
  as,
  bigInt,
  dateTime,
  enumOf,
  id,
  int,
  list,
  oneOf,
  renamed,
  secretUrl,
  shape,
  string,
} from '../../declare/shape.ts';

export const ChatFile = shape(
  'ChatFile',
  {
    file_id: id('The file.'),
    file_name: string('What the file is called.'),
    file_size: bigInt('How large the file is, in bytes.'),
    download_url: secretUrl('Where the file can be downloaded.'),
  },
  'A file in a chat message.',
);

export const ChatTextStyle = shape(
  'ChatTextStyle',
  {
    start_position: int('Where in the text the style begins.'),
    end_position: int('Where in the text the style ends.'),
    format_type: enumOf(
      'ChatTextFormat',
      {
        BOLD: ['Bold', 'Bold text.'],
        ITALIC: ['Italic', 'Italic text.'],
        STRIKETHROUGH: ['Strikethrough', 'Text that is struck through.'],
        BULLETED_LIST: ['BulletedList', 'An item of a list with bullets.'],
        NUMBERED_LIST: ['NumberedList', 'An item of a list with numbers.'],
        UNDERLINE: ['Underline', 'Underlined text.'],
        FONT_SIZE: ['FontSize', 'Text of the size in `formatAttr`.'],
        FONT_COLOR: ['FontColor', 'Text of the color in `formatAttr`.'],
        BACKGROUND_COLOR: ['BackgroundColor', 'Text on the color in `formatAttr`.'],
        LEFT_INDENT: ['LeftIndent', 'Indented by as much as `formatAttr` says.'],
        PARAGRAPH: ['Paragraph', 'A heading of the level in `formatAttr`.'],
        QUOTE: ['Quote', 'A quotation.'],
        ADD_LINK: ['AddLink', 'A link to the address in `formatAttr`.'],
      },
      'How a part of a text looks.',
    ),
    format_attr: string('What the style needs besides its kind, such as a size, a color or an address.'),
  },
  'The style of a part of a text.',
);

/** To whom a message goes: in bodies and queries alike Zoom takes exactly one of the two. */
export const ChatTargetBody = oneOf(
  shape(
    'ChatTargetBody',
    {
      to_channel: id('The channel.', { of: 'ChatChannel' }),
      to_contact: id('The contact: an email address, a user id or a member id.'),
    },
    'The channel or the contact that the messages go to.',
  ),
);

/** What a message of any list has. `sender_member_id` is written in two ways. */
export const messageFields = {
  id: id(),
  message: string('The text.'),
  date_time: renamed('dateTime', 'sentTime', dateTime('When the message was sent.')),
  files: list(ChatFile, 'The files in the message.'),
  rich_text: list(ChatTextStyle, 'The styles of parts of the text.'),
  reply_main_message_id: id('The message that this one replies to.'),
  reply_main_message_timestamp: bigInt(
    'When the message that this one replies to was sent, in milliseconds since 1970.',
  ),
  sender: as('senderEmail', string('The email address of the sender.')),
  sender_display_name: string('The name of the sender.'),
  timestamp: bigInt('When the message was sent, in milliseconds since 1970.'),
} as const;
