/**
 * Contracts of the routes below `/api/intercom/`: a zod schema for the input and the output of each. Routes parse with them;
 * hooks and views import only types (`import type`), so zod stays out of the browser.
 *
 * The vocabulary is Intercom's (snake_case, Unix seconds, its names for states), normalized: ids are strings, `null` means
 * unassigned, and texts are plain text or a closed tree.
 */
export * from './actions.ts'
export * from './contact-write-contract.ts'
export * from './conversations.ts'
export * from './errors.ts'
export * from './events.ts'
export * from './health.ts'
export * from './identity.ts'
export * from './ids.ts'
export * from './live.ts'
export * from './messages.ts'
export * from './contact-contract.ts'
export * from './rich-text.ts'
export * from './webhook.ts'
export * from './account.ts'
export * from './attachment-limits.ts'
