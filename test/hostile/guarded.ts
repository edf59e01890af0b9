import type { HostileItem } from './corpus.ts'
import type { Run } from './run.ts'

/** What stops one part of a run stops its own items, and not those of the others. */
export async function guarded(
  run: Run,
  items: readonly HostileItem[],
  part: () => Promise<void>,
): Promise<void> {
  try {
    await part()
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
    console.log(words.slice(0, 1500))
    for (const item of items)
      run.tally.judge(item, item.expect[0] as string, false, `stopped: ${words.slice(0, 200)}`)
  }
}
