export const LEAVE_REASONS = ['finished', 'handed-in', 'not-me'] as const
export type LeaveReason = (typeof LEAVE_REASONS)[number]

const WORDS: Record<LeaveReason, { title: string; text: string }> = {
  finished: {
    title: 'Thank you. You can close this page.',
    text: 'To come back while the round is open, use your personal link again.',
  },
  'handed-in': {
    title: 'Thank you. Your answers are in.',
    text: 'They are stored without anything that leads to you, so they can no longer be read back or changed.',
  },
  'not-me': {
    title: 'Thank you for saying so.',
    text: 'This link was made for somebody else. Please close the page and tell the person who sent it to you.',
  },
}

/** Names nobody: the next person at this screen may read it. */
export function LeaveView({ reason }: { reason: LeaveReason }) {
  return (
    <main id="main">
      <h1>{WORDS[reason].title}</h1>
      <p className="lede">{WORDS[reason].text}</p>
      <p>This browser is signed out and keeps nothing of what was answered.</p>
    </main>
  )
}
