/**
 * A mocked Intercom for stories, tests and local servers: one function from `Request` to `Response` over a workspace
 * that keeps state.
 */
export { createIntercom } from './intercom.ts'
export type { Intercom, IntercomOptions, ReceivedRequest } from './intercom.ts'
export { buildNotification, type WorkspaceChange } from './notification.ts'
export { faultIds } from './faults.ts'
export type { Fault, FaultId } from './faults.ts'
export { createWorkspace, nextId } from './workspace.ts'
export type { IdKind, Workspace } from './workspace.ts'
export { DAY, HOUR, MINUTE, NOW } from './data/clock.ts'
export { buildWorkspace } from './data/workspace.ts'
export {
  addAdmin, addCompany, addContact, addTag, addTeam, buildAddressableList, buildAdmin, buildCompany, buildContact, buildTag,
  buildTeam,
} from './data/build-people.ts'
export { buildAttachment, buildConversation, buildPart, buildSource } from './data/build-conversations.ts'
export {
  addNote, appendPart, assignConversation, closeConversation, openConversation, replyAsAdmin, replyAsBot,
  replyAsContact, snoozeConversation, startConversation,
} from './changes.ts'
export type { Opening, PartContent } from './changes.ts'
export type * from './types.ts'
export { toAvatarUrl, toUploadUrl } from './assets.ts'
export { intercomAssetHandlers, intercomHandlers } from './msw.ts'
export { addLongConversation, buildLargeWorkspace } from './data/large.ts'
export * from './messenger/index.ts'
