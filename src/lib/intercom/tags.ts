/** The labels of the workspace. */
import type { TagsResponse } from '@/lib/intercom/contracts'
import { intercomTagListSchema } from '@/lib/intercom/intercom-schemas'
import { normalizeTags } from '@/lib/intercom/normalize-contact'
import type { IntercomClient } from '@/lib/intercom/rest-client'

/**
 * Lists the labels that a conversation can have, by name.
 *
 * @throws ApiError
 */
export async function listTags(intercom: IntercomClient): Promise<TagsResponse> {
  const { data } = await intercom.get(['tags'], intercomTagListSchema)
  return { tags: normalizeTags(data).sort((a, b) => a.name.localeCompare(b.name, 'en')) }
}
