/** Most files, and most file URLs, of one message. Intercom's own limit. */
export const MAX_FILES = 10

/** Most bytes of all files of a message together. As base64 they fit into the 4.5 MB that Vercel allows per request. */
export const MAX_FILES_BYTES = 3 * 1024 * 1024

/** Most characters of a message. */
export const MAX_MESSAGE = 20_000

/** Most characters of a subject. */
export const MAX_SUBJECT = 200

/** Most bytes of a request with a message and its files: the files as base64, and 256 kB for everything else. */
export const MAX_MESSAGE_REQUEST = Math.ceil(MAX_FILES_BYTES / 3) * 4 + 256 * 1024
