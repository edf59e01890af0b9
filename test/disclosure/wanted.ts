/** How many of something the runner of the long form asked for; a few where nobody did. */
export function wanted(name: 'TEAMS' | 'TWINS' | 'ATTACKS' | 'SEED', usual: number): number {
  const asked = Number(process.env[`DISCLOSURE_${name}`] ?? usual)
  if (!Number.isInteger(asked) || asked < 0) throw new RangeError(`DISCLOSURE_${name} is no whole number`)
  return asked
}

/** Where the made-up cases of this run begin: parts of one long run do not overlap. */
export const firstSeed = wanted('SEED', 0)

/** One line of figures, which the runner reads and adds up. */
export function tell(check: string, figures: Readonly<Record<string, number>>): void {
  process.stdout.write(`disclosure ${check} ${JSON.stringify(figures)}\n`)
}
