/**
 * What happens to a conversation when somebody writes, closes, snoozes, opens or assigns: the API and the mocked data
 * both go through here, so that states, waiting times and statistics always belong together.
 */
export { type PartContent, appendPart } from './changes/parts.ts'
export { type Opening, startConversation } from './changes/start.ts'
export { addNote, replyAsAdmin, replyAsBot, replyAsContact } from './changes/messages.ts'
export {
  assignConversation, closeConversation, openConversation, snoozeConversation, wakeSnoozed,
} from './changes/states.ts'
