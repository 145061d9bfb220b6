/** Whose pictures are shown beside a customer's name. */
import { getLinkHost, toSafeImageUrl } from '../../rich-text/index.ts'
import { readAvatarHosts } from '../settings.ts'

/** Where Intercom keeps pictures itself, in every region. */
const intercomDomains = ['intercomassets.com', 'intercomassets.eu', 'intercomcdn.com', 'intercomcdn.eu', 'intercomusercontent.com']

/**
 * The picture of a customer, if it may be shown. Customers can give the Messenger any address, and a picture in a list
 * loads unasked: it would tell its host who works here and when. So it has to come from Intercom, or from a host of
 * `INTERCOM_AVATAR_HOSTS`.
 *
 * @param address what Intercom says; anything but a string is refused
 * @returns the address as a browser writes it, or null
 */
export function toCustomerPicture(address: unknown): string | null {
  const src = toSafeImageUrl(address)
  if (!src) return null
  const host = getLinkHost(src)
  const isIntercoms = intercomDomains.some((domain) => host === domain || host.endsWith(`.${domain}`))
  return isIntercoms || readAvatarHosts().includes(host) ? src : null
}
