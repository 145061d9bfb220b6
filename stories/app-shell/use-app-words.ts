import { isRightToLeft, useLocale } from 'intercom-v0-kit/strings'
import { arabic, english } from './words.ts'

/** The words of the app of the stories: it is written in two languages, one of each direction. */
export function useAppWords() {
  const { locale } = useLocale()
  return isRightToLeft(locale) ? arabic : english
}
