import { clsx, type ClassValue } from 'clsx'
import { twMerge } from 'tailwind-merge'

/**
 * Joins class names; where two Tailwind classes set the same property, the later one wins. The helper that shadcn/ui
 * puts at this path in every project.
 */
export function cn(...inputs: ClassValue[]): string {
  return twMerge(clsx(inputs))
}
