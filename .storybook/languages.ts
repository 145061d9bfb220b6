/** The languages that every story can be read in. */
import type { KitMessages } from '@/components/intercom/locale-provider'
import { ar } from '@/lib/intercom/messages/locales/ar'
import { de } from '@/lib/intercom/messages/locales/de'
import { ja } from '@/lib/intercom/messages/locales/ja'

/** By their BCP 47 tags; English is what the components say by themselves. */
export const languages: Record<string, { title: string; messages?: KitMessages }> = {
  'en-GB': { title: 'English' },
  de: { title: 'Deutsch', messages: de },
  ar: { title: 'العربية', messages: ar },
  ja: { title: '日本語', messages: ja },
}

/** Whether a language is written from right to left. */
export function isRightToLeft(locale: string): boolean {
  return /^(?:ar|fa|he|ur)\b/.test(locale)
}
