/** Statistics of measurements. */

/** Measurements of one figure, in order. */
export interface Sample {
  median: number
  /** Lower quartile. */
  low: number
  high: number
  values: number[]
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new Error('There are no measurements.')
  return below + (above - below) * (place - Math.floor(place))
}

/** Computes the median and quartiles. @throws Error without measurements */
export function toSample(values: readonly number[]): Sample {
  const sorted = values.toSorted((a, b) => a - b)
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75), values: [...values] }
}

/**
 * Computes the ratio of two samples: the median of each round's ratio, since other load on the machine slows both sides
 * of a round.
 * @throws Error if the two have a different number of rounds
 */
export function computeRatio(one: Sample, other: Sample): number {
  if (one.values.length !== other.values.length) throw new Error('Both samples need the same number of rounds.')
  return toSample(one.values.map((value, round) => value / other.values[round]!)).median
}

/** Measures several subjects in turns and rotates their order, so that quiet moments are shared. */
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
    const samples = keys.map((key) => [key, toSample(all.map((one) => one[key]!))])
    return [name, Object.fromEntries(samples) as { [Key in keyof Measured]: Sample }]
  }))
}
