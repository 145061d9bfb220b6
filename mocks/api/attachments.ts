import { decodePathSegment } from '../assets.ts'
import type { PartAttachment } from '../types.ts'
import { type Workspace, nextId } from '../workspace.ts'
import { isObject } from './endpoint.ts'
import { invalid } from './errors.ts'

const MAX_FILES = 10
/** Linked files are not fetched, so each gets this size in bytes. */
const LINKED_FILE_BYTES = 48_000
const TYPES: Record<string, string> = {
  png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp',
  pdf: 'application/pdf', csv: 'text/csv', txt: 'text/plain', json: 'application/json', zip: 'application/zip',
}

function toAttachment(workspace: Workspace, name: string, contentType: string, filesize: number): PartAttachment {
  const isImage = contentType.startsWith('image/')
  const path = `${workspace.app.id_code}/${nextId(workspace, 'source')}/${encodeURIComponent(name)}`
  const expires = workspace.app.created_at + 4_000_000_000
  return {
    type: 'upload',
    name,
    url: `https://downloads.intercomcdn.com/i/o/${path}?expires=${expires}&signature=5e1f`,
    content_type: contentType,
    filesize,
    ...(isImage ? { width: 1280, height: 720 } : {}),
  }
}

function readUrls(workspace: Workspace, value: unknown): PartAttachment[] {
  if (!Array.isArray(value) || value.length > MAX_FILES) {
    throw invalid(`attachment_urls must be a list of at most ${MAX_FILES} addresses`, 'attachment_urls')
  }
  return value.map((address: unknown) => {
    const url = typeof address === 'string' ? URL.parse(address) : null
    if (!url || !/^https?:$/.test(url.protocol)) {
      throw invalid(`attachment_urls holds no web address: ${String(address)}`, 'attachment_urls')
    }
    const name = decodePathSegment(url.pathname.split('/').at(-1) ?? '') || 'file'
    const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
    return toAttachment(workspace, name, TYPES[ending] ?? 'application/octet-stream', LINKED_FILE_BYTES)
  })
}

function readFiles(workspace: Workspace, value: unknown): PartAttachment[] {
  if (!Array.isArray(value) || value.length > MAX_FILES) {
    throw invalid(`attachment_files must be a list of at most ${MAX_FILES} files`, 'attachment_files')
  }
  return value.map((file: unknown) => {
    if (!isObject(file)) throw invalid('A file has content_type, data and name', 'attachment_files')
    const { content_type, data, name } = file
    if (typeof content_type !== 'string' || typeof data !== 'string' || typeof name !== 'string' || name === '') {
      throw invalid('A file has content_type, data and name', 'attachment_files')
    }
    if (!/^[A-Za-z0-9+/\s]*={0,2}$/.test(data)) throw invalid(`The data of ${name} is not base64`, 'attachment_files')
    return toAttachment(workspace, name, content_type, Math.floor((data.replace(/[\s=]/g, '').length * 3) / 4))
  })
}

/**
 * Reads `attachment_urls` and `attachment_files` of a request body.
 * @throws ApiFailure 400 for more than ten files, an invalid URL or invalid base64.
 */
export function readAttachments(workspace: Workspace, body: Record<string, unknown>): PartAttachment[] {
  return [
    ...(body.attachment_urls == null ? [] : readUrls(workspace, body.attachment_urls)),
    ...(body.attachment_files == null ? [] : readFiles(workspace, body.attachment_files)),
  ]
}
