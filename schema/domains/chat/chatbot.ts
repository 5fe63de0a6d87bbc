/** What a chatbot writes. Zoom lets nobody read it by its id, so it is no entity. */
import * as api from '../../../src/zoom/api/chat/chatbot.ts';
import type { Domain } from '../../types/builder.ts';

export const chatbotDomain: Domain = (builder) => {
  const pathDescriptions = { message_id: 'The message, by the id that `sendChatbotMessage` returned.' };
  const pathNames = { message_id: 'messageId' };
  const answered = { payload: {}, exposeResponse: true } as const;
  builder.mutationFields((t) => ({
    sendChatbotMessage: t.zoomMutation('sendChatbotMessage', {
      endpoint: api.sendChatbotMessage,
      description: 'Sends a message of your chatbot to a user or to a channel, with the credentials of its app.',
      ...answered,
    }),
    updateChatbotMessage: t.zoomMutation('updateChatbotMessage', {
      endpoint: api.updateChatbotMessage,
      description: 'Updates a message that your chatbot sent.',
      pathNames,
      pathDescriptions,
      ...answered,
    }),
    deleteChatbotMessage: t.zoomMutation('deleteChatbotMessage', {
      endpoint: api.deleteChatbotMessage,
      description: 'Deletes a message that your chatbot sent.',
      pathNames,
      pathDescriptions,
      ...answered,
    }),
  }));
};
