import { Notice } from '#app/ui/notice.tsx'
import type { KeepingNotice } from './keep-until.ts'

/** On the monitor: that answers are about to be deleted, or were. */
export function KeepingLine({ roundId, notice }: { roundId: string; notice: KeepingNotice }) {
  return (
    <Notice tone={notice.deleted ? 'plain' : 'heed'} title={notice.words}>
      <p>
        {notice.more} <a href={`/rounds/${roundId}/keeping`}>What is deleted and what stays</a>
      </p>
    </Notice>
  )
}
