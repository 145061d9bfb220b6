import type { SWRConfiguration } from 'swr'
import { isTemporary, RequestError } from '../../shared/api-client.ts'

const MAX_RETRIES = 4

/**
 * How the kit's hooks use SWR: a failure that can pass is tried again, later each time and never before the server
 * allows it; one that cannot (signed out, forbidden, not found) is shown and left alone.
 */
export const swrOptions: Pick<SWRConfiguration, 'onErrorRetry'> = {
  onErrorRetry(error, _key, _config, revalidate, { retryCount }) {
    if (!isTemporary(error) || retryCount > MAX_RETRIES) return
    const asked = error instanceof RequestError ? (error.retryAfter ?? 0) : 0
    setTimeout(() => void revalidate({ retryCount }), Math.max(asked, 5 * 2 ** (retryCount - 1)) * 1000)
  },
}
