import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#db/open-database.ts'
import type { Step } from './crash-child.ts'
import { crashAtEveryWrite as crashEverywhere, pointsInWords } from './crash-points.ts'
import type { FaultCheck, FaultResult, Length } from './fault.ts'
import { type Kept, keptIn, keptInFile, keyOf } from './kept.ts'
import { databaseIn, inScratch } from './scratch.ts'
import { type Place, seedRounds } from './seeded-round.ts'

const BACKUP = 'copy.sqlite'
const FILES = [
  'plumbline.sqlite',
  'plumbline.sqlite-wal',
  'plumbline.sqlite-shm',
  `${BACKUP}.partial`,
  BACKUP,
]

export const crashAtEveryWrite: FaultCheck = {
  name: 'crash-at-every-write',
  promise:
    'saving, handing in, closing and backing up are done whole or not at all, wherever they are cut off',
  tools: ['strace'],
  run: (length) => inScratch((folder) => crashWhileAnswering(folder, length)),
}

async function crashWhileAnswering(folder: string, length: Length): Promise<FaultResult> {
  const base = join(folder, 'base')
  const { rounds, consultantId } = await seedRounds(base, { leads: 6 })
  const [linked] = rounds.confidential.places
  const [unlinked] = rounds.unlinked.places
  if (!linked || !unlinked) throw new Error('there are no places')
  const { roundId } = rounds.confidential
  const steps: Step[] = [
    { does: 'save', place: linked, text: 'first', revision: 0 },
    { does: 'save', place: linked, text: 'second', revision: 1 },
    { does: 'hand-in', place: linked },
    { does: 'save', place: unlinked, text: 'unlinked', revision: 0 },
    { does: 'hand-in', place: unlinked },
    { does: 'backup', name: BACKUP },
    { does: 'close', roundId, consultantId },
  ]
  let halfSubmitted = 0
  const judge = async (left: string, told: readonly string[]) => {
    const kept = await keptIn(left)
    halfSubmitted += kept.halfSubmitted.length
    return [
      ...wrongs(kept, told, { linked, unlinked, roundId }),
      ...(await backupFaults(left, told.includes('backed up'))),
      ...(await startFaults(left)),
    ]
  }
  const crashes = await crashEverywhere(folder, { base, steps, files: FILES, judge }, length)
  return {
    figures: `${pointsInWords(crashes)}, ${crashes.faults.length} lost or damaged, ${halfSubmitted} half-submitted`,
    faults: crashes.faults,
  }
}

function wrongs(
  kept: Kept,
  told: readonly string[],
  { linked, unlinked, roundId }: { linked: Place; unlinked: Place; roundId: string },
): string[] {
  const wrong: [boolean, string][] = [
    [kept.integrity !== 'ok', `integrity_check: ${kept.integrity}`],
    [!isDraftAsTold(kept, told, linked), 'the saved answer is not the one that was told'],
    [
      told.includes(`submitted ${linked.participationId}`) &&
        kept.handedIn.get(keyOf(linked.participationId, 'priorities')) !== 'second',
      'a submission is lost',
    ],
    [
      told.includes(`submitted ${unlinked.participationId}`) && kept.unlinked.get('unlinked') !== 1,
      'an unlinked submission is lost',
    ],
    [told.includes('closed') && kept.rounds.get(roundId) !== 'closed', 'a closed round is open again'],
    [!['open', 'closed'].includes(kept.rounds.get(roundId) ?? ''), 'a round is neither open nor closed'],
  ]
  return [...kept.halfSubmitted, ...wrong.filter(([is]) => is).map(([, words]) => words)]
}

/** The last save that was told of, or the next one, which was under way. */
function isDraftAsTold(kept: Kept, told: readonly string[], { participationId }: Place): boolean {
  const draft = kept.drafts.get(keyOf(participationId, 'priorities'))
  if (told.includes('saved second')) return draft?.text === 'second' && draft.revision === 2
  if (told.includes('saved first')) return ['first', 'second'].includes(draft?.text ?? '')
  return draft === undefined || (draft.text === 'first' && draft.revision === 1)
}

/** A backup gets its name when it is whole. */
async function backupFaults(left: string, told: boolean): Promise<string[]> {
  const file = join(left, BACKUP)
  if (!existsSync(file)) return told ? ['a backup is lost'] : []
  const { integrity, unlinked } = await keptInFile(file)
  return integrity === 'ok' && unlinked.get('unlinked') === 1 ? [] : [`a backup is not whole: ${integrity}`]
}

async function startFaults(left: string): Promise<string[]> {
  try {
    await (await openDatabase(databaseIn(left))).destroy()
    return []
  } catch (error) {
    return [`the next start refuses it: ${(error as Error).message}`]
  }
}
