import type { Domain } from '../../types/builder.ts';
import { chatChannelsDomain } from './channels.ts';
import { chatbotDomain } from './chatbot.ts';
import { chatContactsDomain } from './contacts.ts';
import { chatMessagesDomain } from './messages.ts';
import { chatSessionsDomain } from './sessions.ts';

export const chatDomain: Domain = (builder) => {
  chatChannelsDomain(builder);
  chatMessagesDomain(builder);
  chatbotDomain(builder);
  chatContactsDomain(builder);
  chatSessionsDomain(builder);
};
