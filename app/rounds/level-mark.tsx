import type { Level } from '#app/questionnaire/instrument.ts'
import { LEAD_NAMES } from './count-words.ts'

/** The level in words, with the shape that the charts use for it. */
export function LevelMark({ level, words }: { level: Level; words?: string }) {
  return (
    <span className={level === 'department' ? 'level department' : 'level'}>
      {words ?? LEAD_NAMES[level]}
    </span>
  )
}
