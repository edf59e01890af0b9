import { useWords } from './speech.tsx'

export const LEAVE_REASONS = ['finished', 'handed-in', 'not-me'] as const
export type LeaveReason = (typeof LEAVE_REASONS)[number]

/** Names nobody: the next person at this screen may read it. */
export function LeaveView({ reason }: { reason: LeaveReason }) {
  const say = useWords()
  return (
    <main id="main">
      <h1>{say(`leave.${reason}-title`)}</h1>
      <p className="lede">{say(`leave.${reason}-text`)}</p>
      <p>{say('leave.signed-out')}</p>
    </main>
  )
}
