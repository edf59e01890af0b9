import { writtenDay } from './day.ts'
import type { PrivacyMode } from './round.ts'

/**
 * What a lead is promised before the first item, and what the report repeats. Fixed when the round opens; the day on which
 * answers are deleted may come nearer afterwards.
 *
 * @example promiseOf('confidential', 'Ada Moore', 5)
 */
export function promiseOf(
  mode: PrivacyMode,
  consultantName: string,
  smallestGroup: number,
  keepUntil?: string,
  linesGoTo?: string | null,
): string {
  const kept = keepUntil
    ? ` On ${writtenDay(keepUntil)} at the latest the answers are deleted here; a published report stays.`
    : ''
  const sent = linesGoTo ? ` Lines you write go to ${linesGoTo} to be grouped, without names or levels.` : ''
  return whoReads(mode, consultantName, smallestGroup) + sent + kept
}

function whoReads(mode: PrivacyMode, consultantName: string, smallestGroup: number): string {
  switch (mode) {
    case 'open':
      return 'Your answers carry your name. Everyone who takes part, and everyone who is given the report, can read what you said. Nothing is shown before you have agreed to this.'
    case 'confidential':
      return `${consultantName} can read your own answers, and nobody else can; a second person may sort single lines, not seeing whose they are. The report speaks of groups of ${smallestGroup} people or more, never of one; your words appear in it only where ${consultantName} has picked them, and without your name.`
    case 'unlinked':
      return `From the moment you hand in, your answers can no longer be traced to you: not by ${consultantName}, not by this server. For the same reason they cannot be changed afterwards. The report speaks of groups of ${smallestGroup} people or more.`
  }
}
