import type { helpButtonMessages } from '../strings/index.ts'
import type { BlockedReason } from './types.ts'

/** A way to get help without the Messenger: a page of yours, or an address to write to. */
export type HelpFallback = { href: string; label: string } | { email: string }

/** Returns the address that a fallback links to. In an email, the body starts with `message`. */
export function getFallbackHref(fallback: HelpFallback, message?: string): string {
  if ('href' in fallback) return fallback.href
  return `mailto:${fallback.email}${message ? `?body=${encodeURIComponent(message)}` : ''}`
}

/** Returns the key of the string that explains why the Messenger didn't open. */
export function getHelpFailure(reason: BlockedReason | 'off', hasFallback: boolean): keyof typeof helpButtonMessages {
  return !hasFallback && (reason === 'timeout' || reason === 'identity') ? `${reason}Alone` : reason
}
