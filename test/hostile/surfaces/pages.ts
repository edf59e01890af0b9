import { short } from '../expected.ts'
import { type Answered, main, sectionOf } from '../fields/answers.ts'
import type { Run } from '../run.ts'

/** What a lead sees of their own words: in the fields they typed them into, and when they look over all of it. */
export async function judgePages(run: Run, answered: readonly Answered[]): Promise<void> {
  for (const given of answered) {
    await run.watcher.enter(given.lead)
    await judgeFields(run, given)
    await judgeReview(run, given)
  }
  await run.watcher.enter(run.world.consultant)
}

async function judgeFields(run: Run, { item, words, line }: Answered): Promise<void> {
  const { watcher, tally, world, instrument } = run
  const places = [
    ['one-fix', words],
    ['priorities', line],
  ] as const
  for (const [itemId, wanted] of places) {
    if (wanted === null) continue
    const page = await watcher.look(`${world.server.baseUrl}/answer/${sectionOf(instrument, itemId)}`)
    // A field of one line has no line breaks to show.
    const bare = itemId === 'one-fix' ? wanted : wanted.replaceAll('\n', '')
    tally.judge(item, main(item), page.values.includes(bare), `${itemId} does not show ${short(bare)}`)
    inert(run, item, page.faults, `the field of ${itemId}`)
  }
}

async function judgeReview(run: Run, { item, words, line }: Answered): Promise<void> {
  const { watcher, tally, world } = run
  const page = await watcher.look(`${world.server.baseUrl}/answer/review`)
  tally.judge(item, main(item), page.text.includes(words), 'the review does not show the words')
  if (line !== null)
    tally.judge(item, main(item), page.text.includes(line), 'the review does not show the line')
  inert(run, item, page.faults, 'the review')
  await judgeDirection(run, item, words, 'review')
  if (item.expect.includes('bounded-box')) {
    const outside = await watcher.paintsOutside(words)
    tally.judge(item, 'bounded-box', outside === null, `review: ${outside}`)
  }
}

/** Faults of a page count against whatever the item expects of pages. */
export function inert(run: Run, item: Answered['item'], faults: readonly string[], where: string): void {
  const code = item.expect.includes('inert-html') ? 'inert-html' : (item.expect[0] as string)
  run.tally.judge(item, code, faults.length === 0, `${where}: ${[...new Set(faults)].join(', ')}`)
}

/** Words that run the other way do not turn those around them. */
export async function judgeDirection(
  run: Run,
  item: Answered['item'],
  words: string,
  where: string,
): Promise<void> {
  if (!item.expect.includes('isolated-bidi')) return
  const leaks = await run.watcher.leaks(words)
  run.tally.judge(
    item,
    'isolated-bidi',
    leaks.length === 0,
    `${where}: ${leaks.join(', ')} let their direction out`,
  )
}
