/**
 * What Intercom's REST API sends, version 2.14, as its published description and its own answers have it:
 * https://developers.intercom.com/docs/references/2.14/rest-api/api.intercom.io
 */
export type * from './types/envelopes.ts'
export type * from './types/people.ts'
export type * from './types/conversations.ts'
export type * from './types/settings.ts'
