/**
 * Changes to a conversation. The API and the mocked data share them, so states, waiting times and statistics stay
 * consistent.
 */
export { type PartContent, appendPart } from './changes/parts.ts'
export { type Opening, startConversation } from './changes/start.ts'
export { addNote, replyAsAdmin, replyAsBot, replyAsContact } from './changes/messages.ts'
export {
  assignConversation, closeConversation, openConversation, snoozeConversation, wakeSnoozed,
} from './changes/states.ts'
