import type {
  DeleteChatbotMessageQueryParams,
  DeleteChatbotMessageResponse,
  EditChatbotMessageRequestBody,
  EditChatbotMessageResponse,
  SendChatbotMessagesRequestBody,
} from '@zoom/rivet/chatbot';
import type * as api from '../../src/zoom/api/chat/chatbot.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs } from './agree.ts';

// The SDK has any value.
type Known = 'content.settings';

export type Checks = [
  Agree<Differs<Of<typeof api.SendChatbotMessageBody>, SendChatbotMessagesRequestBody, Known>>,
  Agree<Differs<Of<typeof api.UpdateChatbotMessageBody>, EditChatbotMessageRequestBody, Known>>,
  Agree<Differs<Of<typeof api.ChatbotMessage>, EditChatbotMessageResponse>>,
  Agree<Asks<typeof api.deleteChatbotMessage, DeleteChatbotMessageQueryParams>>,
  Agree<Differs<Of<typeof api.ChatbotMessage>, DeleteChatbotMessageResponse>>,
];
