/** What call logs, recordings and voicemails say alike about a call. */
import { enumOf, id, string } from '../../declare/shape.ts';

export const callDirection = enumOf(
  'CallDirection',
  {
    INBOUND: ['inbound', 'The call came in.'],
    OUTBOUND: ['outbound', 'The call went out.'],
  },
  'The direction of the call.',
);

/** Call logs speak of extension and phone number, recordings and voicemails of internal and external; the values are the same. */
export const callNumberType = enumOf(
  'CallNumberType',
  {
    EXTENSION: [1, 'An extension of the account.'],
    PHONE_NUMBER: [2, 'A phone number.'],
    CUSTOM_NUMBER: [3, "An emergency number of the account's own."],
  },
  'What kind of number it is.',
);

export const callRecordingType = enumOf(
  'CallRecordingType',
  {
    ON_DEMAND: ['OnDemand', 'Somebody started it.'],
    AUTOMATIC: ['Automatic', 'A policy started it.'],
  },
  'How the recording was started.',
);

/** The two ends of a call. */
export const parties = {
  caller_name: string('The name of the caller; null if Zoom knows none.'),
  caller_number: string('The number of the caller: in E.164 form, or an extension.'),
  caller_number_type: callNumberType,
  callee_name: string('The name of the callee; null if Zoom knows none.'),
  callee_number: string('The number of the callee: in E.164 form, or an extension.'),
  callee_number_type: callNumberType,
};

/** How the records of one call name each other. */
export const callIds = {
  call_id: id('The call itself; its logs, recordings and voicemail share it.'),
  call_log_id: id('The entry in the call log.'),
  call_history_id: id('The entry in the call history, which takes the place of the call log.'),
  call_element_id: id('The part of the call in the call history.'),
};

/** Calls between accounts are dialled as account code and extension. */
export const accountCodes = {
  caller_account_code: string('The code of the account that called, where accounts dial each other by codes.'),
  callee_account_code: string('The code of the account that was called, where accounts dial each other by codes.'),
};

export const callTimeType = enumOf(
  'CallTimeType',
  {
    START_TIME: ['start_time', 'Its beginning.'],
    END_TIME: ['end_time', 'Its end.'],
  },
  'Which time says on which day a call or recording is: its start by default.',
);
