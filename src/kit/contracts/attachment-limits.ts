/** What may come with a message: the same for the composer, which says so at once, and for the routes, which hold to it. */

/** Files of one message, and addresses of one message. https://developers.intercom.com/docs/references/2.14/rest-api/api.intercom.io/conversations/replyconversation */
export const MAX_FILES = 10

/** Bytes of all files of a message together. As base64 they stay below the 4.5 MB that Vercel lets a request have. */
export const MAX_FILES_BYTES = 3 * 1024 * 1024

/** Characters of a message. */
export const MAX_MESSAGE = 20_000

/** Bytes of a request that carries a message with its files: these as base64, and 256 kB for everything else. */
export const MAX_MESSAGE_REQUEST = Math.ceil(MAX_FILES_BYTES / 3) * 4 + 256 * 1024
