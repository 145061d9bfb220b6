/** The labels of the workspace. */
import type { TagsResponse } from '../../contracts/index.ts'
import { intercomTagListSchema } from '../intercom/intercom-schemas.ts'
import { normalizeTags } from '../intercom/normalize-contact.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'

/**
 * Lists the labels that a conversation can have, by name.
 *
 * @throws ApiError
 */
export async function listTags(intercom: IntercomClient): Promise<TagsResponse> {
  const { data } = await intercom.get(['tags'], intercomTagListSchema)
  return { tags: normalizeTags(data).sort((a, b) => a.name.localeCompare(b.name, 'en')) }
}
