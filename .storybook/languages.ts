/** The languages that every story can be read in. */
import type { KitMessages } from '@/kit/strings/locale-provider'
import { ar } from '@/kit/strings/locales/ar'
import { de } from '@/kit/strings/locales/de'
import { ja } from '@/kit/strings/locales/ja'

/** By their BCP 47 tags; English is what the components say by themselves. */
export const languages: Record<string, { title: string; messages?: KitMessages }> = {
  'en-GB': { title: 'English' },
  de: { title: 'Deutsch', messages: de },
  ar: { title: 'العربية', messages: ar },
  ja: { title: '日本語', messages: ja },
}
