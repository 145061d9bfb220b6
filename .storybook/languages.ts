import type { KitStrings } from '@/kit/strings/locale-provider'
import { ar } from '@/kit/strings/locales/ar'
import { de } from '@/kit/strings/locales/de'
import { ja } from '@/kit/strings/locales/ja'

/** Languages of the toolbar, by BCP 47 tag. English strings are the components' defaults. */
export const languages: Record<string, { title: string; strings?: KitStrings }> = {
  'en-GB': { title: 'English' },
  de: { title: 'Deutsch', strings: de },
  ar: { title: 'العربية', strings: ar },
  ja: { title: '日本語', strings: ja },
}
