/** What is made of measurements: the middle of them, how far they lie apart, and how one compares with another. */

/** Measurements of one thing, in the order they were taken. */
export interface Sample {
  median: number
  /** The quartiles: half of the measurements lie between them. */
  low: number
  high: number
  values: number[]
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new Error('Nothing was measured.')
  return below + (above - below) * (place - Math.floor(place))
}

/** @throws where there is no measurement */
export function sampleOf(values: readonly number[]): Sample {
  const sorted = values.toSorted((a, b) => a - b)
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75), values: [...values] }
}

/**
 * How many times one is the other: the middle of the ratios of each round, since what else the machine does in a round
 * happens to both.
 *
 * @throws where the two were not measured in the same rounds
 */
export function ratioOf(one: Sample, other: Sample): number {
  if (one.values.length !== other.values.length) throw new Error('Only what was measured in the same rounds can be compared.')
  return sampleOf(one.values.map((value, round) => value / other.values[round]!)).median
}

/** Measures several things in turns, each round in another order, so that none has the quiet moments for itself. */
export async function takeTurns<Name extends string, Measured extends Record<string, number>>(
  names: readonly Name[],
  rounds: number,
  measure: (name: Name) => Promise<Measured>,
): Promise<Map<Name, { [Key in keyof Measured]: Sample }>> {
  const taken = new Map<Name, Measured[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    const start = round % names.length
    for (const name of [...names.slice(start), ...names.slice(0, start)]) taken.get(name)!.push(await measure(name))
  }
  return new Map(names.map((name) => {
    const all = taken.get(name)!
    const keys = Object.keys(all[0] ?? {}) as (keyof Measured)[]
    const samples = keys.map((key) => [key, sampleOf(all.map((one) => one[key]!))])
    return [name, Object.fromEntries(samples) as { [Key in keyof Measured]: Sample }]
  }))
}
