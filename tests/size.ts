/** `npm run size`: what each part adds to an app's bundle, what it may add, and what others add. */
import { weigh, weighed, type Weight } from './bundle-size.ts'

const kB = (bytes: number) => `${(bytes / 1000).toFixed(2)} kB`.padStart(9)

function line({ name, bytes, limit, later }: Weight): string {
  const verdict = limit === undefined ? '' : bytes <= limit ? `  of ${kB(limit).trim()}` : `  TOO LARGE: at most ${kB(limit).trim()}`
  const rest = later.map((part) => `${kB(part.bytes)}    + ${part.name}, when it is needed`)
  return [`${kB(bytes)}  ${name}${verdict}`, ...rest].join('\n')
}

console.log('Minified and gzipped, without React:\n')
let isTooLarge = false
for (const item of weighed) {
  const weight = await weigh(item)
  if (weight) console.log(line(weight))
  else console.log(`       –    ${item.name}: not installed (npm ci in tests/messenger-peers)`)
  if (weight?.limit !== undefined && weight.bytes > weight.limit) isTooLarge = true
}
process.exit(isTooLarge ? 1 : 0)
