import type { Countermeasure, Stage } from './stage.ts'

export const STAGE_NAMES: Record<Stage['stage'], string> = {
  senior: 'Senior team first',
  pilot: 'Pilot',
  wide: 'Widen',
}

export const STAGE_STATE_NAMES: Record<Stage['state'], string> = {
  planned: 'Planned',
  running: 'Running',
  holds: 'It holds',
  paused: 'Paused',
}

export const COUNTER_STATE_NAMES: Record<Countermeasure['state'], string> = {
  open: 'Open',
  done: 'Done',
  dropped: 'Dropped',
}
