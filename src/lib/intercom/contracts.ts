/**
 * What travels between the browser and the app's own routes under `/api/intercom/`: one schema for what each route
 * takes and one for what it answers. Routes parse with them; hooks and components take only their types
 * (`import type`), so that zod stays out of the browser.
 *
 * The vocabulary is Intercom's (snake_case, times in Unix seconds, its names for states), narrowed to what the kit
 * shows: ids are strings, nobody assigned is null and never 0, texts that people wrote are plain text or a closed tree.
 */
export * from '@/lib/intercom/contracts/actions'
export * from '@/lib/intercom/contracts/contacts'
export * from '@/lib/intercom/contracts/conversations'
export * from '@/lib/intercom/contracts/errors'
export * from '@/lib/intercom/contracts/events'
export * from '@/lib/intercom/contracts/health'
export * from '@/lib/intercom/contracts/identity'
export * from '@/lib/intercom/contracts/ids'
export * from '@/lib/intercom/contracts/live'
export * from '@/lib/intercom/contracts/messages'
export * from '@/lib/intercom/contracts/people'
export * from '@/lib/intercom/contracts/rich-text'
export * from '@/lib/intercom/contracts/webhook'
