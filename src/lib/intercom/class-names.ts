import { cn } from '@/lib/utils'

/**
 * A part's own classes, and over them those that it is given. Where it is given none, as nearly always, nothing is
 * compared: that takes longer than to render the part, in a list of many.
 */
export function classNames(own: string, given: string | undefined): string {
  return given ? cn(own, given) : own
}
