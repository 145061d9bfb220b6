/** Takes the place of what `record.ts` prints, which the built item has here. */
export const recorded: Record<string, unknown> = {}
