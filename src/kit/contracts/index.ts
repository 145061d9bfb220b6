/**
 * Zod schemas of the routes below `/api/intercom/`. Hooks and views import only types, so zod stays out of the browser.
 *
 * Names and units are Intercom's (snake_case, Unix seconds). Ids are strings, and `null` means unassigned.
 */
export * from './actions.ts'
export * from './conversations.ts'
export * from './conversation-details.ts'
export * from './errors.ts'
export * from './events.ts'
export * from './health.ts'
export * from './identity.ts'
export * from './ids.ts'
export * from './live.ts'
export * from './messages.ts'
export * from './timeline.ts'
export * from './contact-contract.ts'
export * from './rich-text.ts'
export * from './saved-replies.ts'
export * from './account.ts'
export * from './attachment-limits.ts'
