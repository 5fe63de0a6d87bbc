/** What the chatbot wrote, which nobody can read: it is updated and deleted by the id that sending returned. */
import * as api from '../../../zoom/api/chat/chatbot.ts';
import { type Call, operations, refuse, row } from '../../call.ts';
import { type Thing, thingsOf } from '../../resource.ts';
import { instant } from '../../seeded.ts';

interface Sent extends Thing {
  robot_jid: string;
  to_jid: string;
  user_jid?: string;
}
const sent = thingsOf<Sent>({ name: 'chatbot message' });

/** The message of a path, which must be one of the robot's that asks. */
const sentAt = (call: Call, robot_jid: unknown): Sent => {
  const message = sent(call.account).find(call.path.message_id);
  if (message.robot_jid !== robot_jid) throw refuse.missing(message.id);
  return message;
};
const answerOf = ({ id, robot_jid, to_jid, user_jid }: Sent, { now }: Call) =>
  row(`chatbot message/${id}`, { message_id: id, robot_jid, to_jid, user_jid, sent_time: instant(now) });

export const chatbotMessages = operations((on) => {
  on(api.sendChatbotMessage, (call) => {
    const { robot_jid, to_jid, user_jid } = call.body;
    return answerOf(sent(call.account).add({ robot_jid, to_jid, user_jid }), call);
  });
  on(api.updateChatbotMessage, (call) => answerOf(sentAt(call, call.body.robot_jid), call));
  on(api.deleteChatbotMessage, (call) => {
    const message = sentAt(call, call.query.robot_jid);
    sent(call.account).remove(message.id);
    return answerOf(message, call);
  });
});
