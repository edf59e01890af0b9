import type { ReactNode } from 'react'
import type { Engagement } from '#app/rounds/engagement.ts'
import { Page } from '#app/ui/page.tsx'

/** The pages of a plan, in the order in which a team settles them. */
export const PLAN_PAGES = [
  { path: '', label: 'Plan' },
  { path: '/priorities', label: 'Priorities' },
  { path: '/not-now', label: 'Not now' },
  { path: '/rights', label: 'Decision rights' },
  { path: '/rhythm', label: 'Rhythm' },
  { path: '/outcomes', label: 'Outcomes' },
  { path: '/rollout', label: 'Rollout' },
  { path: '/commitments', label: 'Commitments' },
] as const

interface PlanPageProps {
  engagement: Pick<Engagement, 'id' | 'clientName'>
  signedIn: string
  title: string
  /** Which of `PLAN_PAGES` this belongs to. */
  at: (typeof PLAN_PAGES)[number]['path']
  lede?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A page of the plan, with the way to the others. */
export function PlanPage({ engagement, signedIn, title, at, lede, actions, children }: PlanPageProps) {
  const base = `/engagements/${engagement.id}`
  const plan = `${base}/plan`
  return (
    <Page
      title={title}
      signedIn={signedIn}
      trail={[{ label: engagement.clientName, href: base }]}
      lede={lede}
      actions={actions}
    >
      <nav className="tabs" aria-label="Pages of the plan">
        {PLAN_PAGES.map(({ path, label }) => (
          <a key={label} href={`${plan}${path}`} aria-current={path === at ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {children}
    </Page>
  )
}
