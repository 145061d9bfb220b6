/** The server applies these rules while it parses messages, and the browser applies them again. */

/** Maximum number of characters: longer than signed or wrapped addresses in email. */
const maxLength = 8192

/** No `*` and `#`: some phones execute such codes when they dial them. */
const phoneNumber = /^\+?[\d().\- ]{2,30}$/

function parse(address: unknown): URL | null {
  if (typeof address !== 'string' || address.length > maxLength) return null
  try {
    // No base, because relative addresses mean nothing in a message.
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

/** Returns a normalized `http`, `https`, `mailto` or `tel` address without credentials; otherwise `null`. */
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

/** Returns a normalized `https` address; `null` for others and those with credentials. */
export function toSafeImageUrl(src: unknown): string | null {
  const url = parse(src)
  return url?.protocol === 'https:' && !url.username && !url.password ? url.href : null
}

/** Returns the host (in punycode, against lookalike letters), email address or phone number of a safe address. */
export function getLinkHost(href: string): string {
  const url = parse(href)
  if (!url) return ''
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.host : decode(url.pathname)
}

const normalizeHost = (host: string) => host.replace(/^www\./, '').replace(/\.$/, '')

/** Characters that look like a dot, by Unicode's table of confusables. */
const dots = /[\u0660\u06F0\u0701\u0702\u2024\u3002\uA4F8\uA60E\u{10A50}\u{1D16D}]/gu

const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|[^\P{Cc}\s]/gu

function findHosts(text: string): string[] {
  // An address that breaks at a dot still looks like one.
  const plain = text.replace(dots, '.').replace(/\s+/gu, ' ').replace(/ ?\. ?/g, '.').toLowerCase()
  return plain.split(' ').flatMap((word) => {
    const [authority = ''] = word.replace(/^[^\p{L}\p{N}]*[a-z][a-z0-9+-]*:[/\\?#]*/u, '').split(/[/\\?#]/u)
    return authority
      .split(/[^\p{L}\p{N}\p{M}._-]+/u)
      .filter((token) => /\.(?:\p{L}[\p{L}\p{M}\p{N}-]*\p{L}|\d+\.\d+\.\d+)\.?(?:_|$)/u.test(token))
  })
}

/** Checks combining marks both kept and removed, because either may form a lookalike. */
function findNamedHosts(text: string): string[] {
  const visible = text.normalize('NFKC').replace(invisible, '')
  const unmarked = visible.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC')
  return [...findHosts(visible), ...(unmarked === visible ? [] : findHosts(unmarked))]
}

/** Returns the {@link getLinkHost} to show beside a misleading link: its text names another place, or lacks a punycode host. */
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
