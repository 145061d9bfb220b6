import { isRightToLeft, useLocale } from 'intercom-v0-kit/strings'
import { arabic, english } from './words.ts'

/** Returns the example app's strings in Arabic or English, by the current locale. */
export function useAppWords() {
  const { locale } = useLocale()
  return isRightToLeft(locale) ? arabic : english
}
