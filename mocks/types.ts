/**
 * Types of Intercom's REST API 2.14, from its OpenAPI description and its actual responses:
 * https://developers.intercom.com/docs/references/2.14/rest-api/api.intercom.io
 */
export type * from './types/envelopes.ts'
export type * from './types/people.ts'
export type * from './types/conversations.ts'
export type * from './types/settings.ts'
export type * from './types/content.ts'
