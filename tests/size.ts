/**
 * `npm run size`: prints the size of each part in an app's bundle, its limit, and the size of alternatives. The second
 * figure leaves out the code that every app with shadcn/ui has.
 */
import { readCommandLine } from './command-line.ts'
import { weigh, weighed, type Weight } from './bundle-size.ts'
import { limited } from './component-sizes.ts'

const kB = (bytes: number) => `${(bytes / 1000).toFixed(2)} kB`.padStart(9)

function isTooLarge({ bytes, besideShadcn, limit, limitBesideShadcn }: Weight): boolean {
  return (limit !== undefined && bytes > limit) || (limitBesideShadcn !== undefined && besideShadcn > limitBesideShadcn)
}

function line(weight: Weight): string {
  const { name, bytes, besideShadcn, limit, limitBesideShadcn, later } = weight
  const bounds = [limit, limitBesideShadcn].flatMap((bound) => (bound === undefined ? [] : kB(bound).trim())).join(' and ')
  const verdict = bounds && `  ${isTooLarge(weight) ? 'TOO LARGE: at most' : 'of'} ${bounds}`
  const rest = later.map((part) => `${kB(part.bytes)}              + ${part.name}, when it is needed`)
  return [`${kB(bytes)} ${kB(besideShadcn)}  ${name}${verdict}`, ...rest].join('\n')
}

readCommandLine('npm run size', {})
console.log('Minified and gzipped: without React; without React, cn, cva and Radix\n')
let failed = false
for (const item of [...limited, ...weighed]) {
  const weight = await weigh(item)
  if (weight) console.log(line(weight))
  else console.log(`       –    ${item.name}: not installed (npm ci in tests/messenger-peers)`)
  if (weight && isTooLarge(weight)) failed = true
}
process.exit(failed ? 1 : 0)
