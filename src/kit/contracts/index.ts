/**
 * What travels between the browser and the app's own routes under `/api/intercom/`: one schema for what each route
 * takes and one for what it answers. Routes parse with them; hooks and components take only their types
 * (`import type`), so that zod stays out of the browser.
 *
 * The vocabulary is Intercom's (snake_case, times in Unix seconds, its names for states), narrowed to what the kit
 * shows: ids are strings, nobody assigned is null and never 0, texts that people wrote are plain text or a closed tree.
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
