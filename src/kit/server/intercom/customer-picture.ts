import { getLinkHost, toSafeImageUrl } from '../../rich-text/index.ts'
import { readAvatarHosts } from '../settings.ts'

const intercomDomains = ['intercomassets.com', 'intercomassets.eu', 'intercomcdn.com', 'intercomcdn.eu', 'intercomusercontent.com']

/**
 * Customers can set any URL in the Messenger, and its host would see when an agent opens the list. So only URLs on Intercom's
 * hosts and in `INTERCOM_AVATAR_HOSTS` pass.
 */
export function toCustomerPicture(address: unknown): string | null {
  const src = toSafeImageUrl(address)
  if (!src) return null
  const host = getLinkHost(src)
  const isIntercoms = intercomDomains.some((domain) => host === domain || host.endsWith(`.${domain}`))
  return isIntercoms || readAvatarHosts().includes(host) ? src : null
}
