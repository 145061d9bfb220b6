/**
 * Which addresses in a message may be followed or loaded, and what to tell a reader about them. One rule for the
 * server, which parses messages, and the browser, which does not take the server's word for it.
 *
 * @see https://url.spec.whatwg.org/ the parser that browsers, Node and edge runtimes share
 */

/** Longer than the longest signed or wrapped address seen in mail, in characters. */
const maxLength = 8192

/** Digits and what people put between them. No `*` and `#`: some phones carry out such codes when they dial them. */
const phoneNumber = /^\+?[\d().\- ]{2,30}$/

function parse(address: unknown): URL | null {
  if (typeof address !== 'string' || address.length > maxLength) return null
  try {
    // Without a base: a relative or protocol-relative address of a message means nothing here.
    return new URL(address)
  } catch {
    return null
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The address of a link, if it may be one: `http`, `https`, `mailto` and `tel`, nothing relative.
 *
 * @param href what the message says; anything but a string is refused
 * @returns the address as a browser writes it (host in punycode, user name and password taken out), or null
 */
export function toSafeLink(href: unknown): string | null {
  const url = parse(href)
  if (!url) return null
  switch (url.protocol) {
    case 'http:':
    case 'https:':
      url.username = ''
      url.password = ''
      return url.href
    case 'mailto:':
      return decode(url.pathname).includes('@') ? url.href : null
    case 'tel:':
      return phoneNumber.test(decode(url.pathname)) ? url.href : null
    default:
      return null
  }
}

/**
 * The address of an image, if it may be one: `https` alone, without user name and password.
 *
 * @param src what the message says; anything but a string is refused
 * @returns the address as a browser writes it, or null
 */
export function toSafeImageUrl(src: unknown): string | null {
  const url = parse(src)
  return url?.protocol === 'https:' && !url.username && !url.password ? url.href : null
}

/**
 * Where a link goes, in a few words: the host of a web address (in punycode, so that no letter can pass for another),
 * the address of a `mailto:`, the number of a `tel:`.
 *
 * @param href an address that {@link toSafeLink} or {@link toSafeImageUrl} gave
 * @returns the place; empty where the address cannot be read
 */
export function getLinkHost(href: string): string {
  const url = parse(href)
  if (!url) return ''
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.host : decode(url.pathname)
}

const normalizeHost = (host: string) => host.replace(/^www\./, '').replace(/\.$/, '')

/** Letters, digits and marks of other scripts that nobody tells from a dot, by Unicode's table of confusables. */
const dots = /[\u0660\u06F0\u0701\u0702\u2024\u3002\uA4F8\uA60E\u{10A50}\u{1D16D}]/gu

const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|[^\P{Cc}\s]/gu

/** Finds the hosts in a text whose characters are normalized: those of its addresses, and every word with dots that could be one. */
function findHosts(text: string): string[] {
  // A line can break at a dot: readers still see one address.
  const plain = text.replace(dots, '.').replace(/\s+/gu, ' ').replace(/ ?\. ?/g, '.').toLowerCase()
  return plain.split(' ').flatMap((word) => {
    const [authority = ''] = word.replace(/^[^\p{L}\p{N}]*[a-z][a-z0-9+-]*:[/\\?#]*/u, '').split(/[/\\?#]/u)
    return authority
      .split(/[^\p{L}\p{N}\p{M}._-]+/u)
      .filter((token) => /\.(?:\p{L}[\p{L}\p{M}\p{N}-]*\p{L}|\d+\.\d+\.\d+)\.?(?:_|$)/u.test(token))
  })
}

/** Finds the hosts that a text seems to name, with its combining marks and without them. */
function findNamedHosts(text: string): string[] {
  const visible = text.normalize('NFKC').replace(invisible, '')
  const unmarked = visible.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC')
  return [...findHosts(visible), ...(unmarked === visible ? [] : findHosts(unmarked))]
}

/**
 * The place to show beside a link's text because the text itself would mislead: it names another host, or the host is
 * an internationalised one that the text does not spell out, or it shows another e-mail address or number.
 *
 * @param text what the reader sees of the link
 * @param href an address that {@link toSafeLink} gave
 * @returns {@link getLinkHost}, or null where the text does not mislead
 */
export function getHostToShow(text: string, href: string): string | null {
  const place = getLinkHost(href)
  const seen = text.slice(0, maxLength)
  const hosts = findNamedHosts(seen).map(normalizeHost)
  if (href.startsWith('tel:')) {
    const digits = seen.replace(/\D/g, '')
    const number = place.replace(/\D/g, '')
    return hosts.length > 0 || (digits.length > 4 && !number.endsWith(digits.slice(1))) ? place : null
  }
  if (href.startsWith('mailto:')) {
    const domain = place.slice(place.lastIndexOf('@') + 1).toLowerCase()
    const otherAddress = seen.includes('@') && !seen.toLowerCase().includes(place.toLowerCase())
    return otherAddress || hosts.some((host) => host !== domain) ? place : null
  }
  const host = normalizeHost(place.replace(/:\d+$/, ''))
  if (hosts.some((named) => named !== host)) return place
  return host.includes('xn--') && !hosts.includes(host) ? place : null
}
