import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A clock that can be set while a server runs under it. Its pauses stay as long as they are. */
export interface FakedClock {
  environment: Record<string, string>
  /** `+31d` is a month ahead of the true time, `+0` is the true time. */
  set(offset: string): void
}

export function fakedClock(folder: string): FakedClock {
  const file = join(folder, 'clock')
  const library = execFileSync('faketime', ['-f', '+0', 'sh', '-c', 'printf %s "$LD_PRELOAD"']).toString()
  const set = (offset: string) => writeFileSync(file, offset)
  set('+0')
  return {
    environment: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      NO_FAKE_STAT: '1',
    },
    set,
  }
}
