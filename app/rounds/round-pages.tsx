import type { Round } from './round.ts'

interface RoundPagesProps {
  round: Pick<Round, 'id' | 'state' | 'answersDeletedOn'>
  answered: boolean
  asksCommitments?: boolean
}

/** The pages that a round has a use for as it stands. */
export function RoundPages({ round, answered, asksCommitments = false }: RoundPagesProps) {
  const base = `/rounds/${round.id}`
  const pages = pagesOf(round, answered, asksCommitments).filter(({ here }) => here)
  return (
    <nav aria-label="Pages of this round">
      <ul className="rows">
        {pages.map(({ path, label, text }) => (
          <li key={path}>
            <a className="main-link" href={`${base}/${path}`}>
              {label}
            </a>
            <span className="muted small">{text}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function pagesOf(
  { state, answersDeletedOn }: RoundPagesProps['round'],
  answered: boolean,
  asksCommitments: boolean,
) {
  const isDraft = state === 'draft'
  const isOpen = state === 'open'
  const isTold = (state === 'closed' || state === 'published') && answered && !answersDeletedOn
  return [
    { path: 'preview', label: 'Preview', text: 'the questionnaire as each level sees it', here: true },
    { path: 'edit', label: 'Settings', text: 'questionnaire, days, privacy', here: isDraft },
    {
      path: 'commitments',
      label: 'Commitments',
      text: 'whose progress leads are asked about',
      here: isDraft && asksCommitments,
    },
    {
      path: 'key',
      label: 'Sealed key',
      text: 'the sponsor’s official priorities',
      here: isDraft || isTold,
    },
    { path: 'mail', label: 'Mail', text: 'invitations and reminders', here: isOpen },
    { path: 'mail/texts', label: 'Mail texts', text: 'what leads read first', here: isDraft },
    { path: 'links', label: 'Links', text: 'one for each lead', here: isOpen },
    { path: 'people', label: 'People', text: 'correct, replace, withdraw', here: isOpen },
    { path: 'days', label: 'Last day', text: 'give leads more time', here: isOpen },
    { path: 'themes', label: 'Themes', text: 'what was said, sorted', here: isTold },
    { path: 'report', label: 'Report', text: 'read it and publish it', here: isTold },
    { path: 'debrief', label: 'Debrief', text: 'go through it with the team, and decide', here: isTold },
    { path: 'revote', label: 'Vote in the room', text: 'ask one item again by phone', here: isTold },
    { path: 'exports', label: 'Exports', text: 'tables, answers, charts, slides', here: isTold },
    {
      path: 'shares',
      label: 'Sponsor’s links',
      text: 'who may read the report',
      here: state === 'published',
    },
    { path: 'keeping', label: 'Keeping', text: 'when the answers are deleted', here: true },
  ]
}
