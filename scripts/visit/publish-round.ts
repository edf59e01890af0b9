import { lockCodebook } from './code-lines.ts'
import type { Visitor } from './visitor.ts'

const SPONSOR_LINK = /\/r\/[0-9A-Za-z]+/

/** Locks the codebook of a closed round, publishes its report and makes a link for the sponsor. Gives the link's path. */
export async function publishRound(visitor: Visitor, roundPath: string): Promise<string> {
  await lockCodebook(visitor, roundPath)
  const shares = await visitor.send(await visitor.open(`${roundPath}/report`), [], 'publish')
  const shared = await visitor.send(shares, [['days', '30']], 'share')
  const link = SPONSOR_LINK.exec(shared.html)?.[0]
  if (!link) throw new Error(`no sponsor's link is shown on ${shared.path}`)
  return link
}
