import type { keptShare } from './commitments.ts'

/** @example keptWords({ kept: 3, due: 5 }) // => '3 of the 5 commitments that were due are done.' */
export function keptWords(share: ReturnType<typeof keptShare>): string {
  if (!share) return 'Nothing was due yet.'
  const { kept, due } = share
  if (due === 1)
    return kept === 1
      ? 'The one commitment that was due is done.'
      : 'The one commitment that was due is not done.'
  if (kept === due) return `All ${due} commitments that were due are done.`
  return `${kept === 0 ? 'None' : kept} of the ${due} commitments that were due ${kept === 1 ? 'is' : 'are'} done.`
}
