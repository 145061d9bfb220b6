import type { TagsResponse } from '../../contracts/index.ts'
import { intercomTagListSchema } from '../intercom/intercom-schemas.ts'
import { normalizeTags } from '../intercom/normalize-contact.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'

export async function listTags(intercom: IntercomClient): Promise<TagsResponse> {
  const { data } = await intercom.get(['tags'], intercomTagListSchema)
  return { tags: normalizeTags(data).sort((a, b) => a.name.localeCompare(b.name, 'en')) }
}
