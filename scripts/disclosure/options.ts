import { parseArgs } from 'node:util'

/** How many cases of each kind to make up, and how many processes share them. */
export interface DisclosureOptions {
  teams: number
  twins: number
  attack: number
  jobs: number
}

export const USAGE =
  'Usage: npm run test:disclosure -- [--teams N] [--twins N] [--attack N] [--jobs N] (the long form: 10000, 1000, 2000)'

const SHORT: DisclosureOptions = { teams: 200, twins: 8, attack: 100, jobs: 1 }

export function disclosureOptions(given: readonly string[]): DisclosureOptions {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...given],
    options: { teams: text, twins: text, attack: text, jobs: text },
  })
  const asked = (name: keyof DisclosureOptions) => {
    const number = Number(values[name] ?? SHORT[name])
    if (!Number.isInteger(number) || number < 0 || (name === 'jobs' && number === 0))
      throw new RangeError(USAGE)
    return number
  }
  return { teams: asked('teams'), twins: asked('twins'), attack: asked('attack'), jobs: asked('jobs') }
}
