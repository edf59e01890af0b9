import type { ReactNode } from 'react'
import { LinkButton } from '#app/ui/button.tsx'

export interface ListedDraft {
  key: string
  name: string
  /** What is known of it, from the round. */
  text: ReactNode
  /** Where it is taken over: a form that is filled with it. */
  href: string
}

interface DraftListProps {
  title: string
  /** Where the drafts come from. */
  source: string
  drafts: readonly ListedDraft[]
  mayChange: boolean
}

/** Drafts of a kind, offered one by one. None enters the plan by itself. */
export function DraftList({ title, source, drafts, mayChange }: DraftListProps) {
  if (drafts.length === 0) return null
  return (
    <section className="stack">
      <h2>{title}</h2>
      <p className="muted">{source}</p>
      <ul className="entries drafts">
        {drafts.map(({ key, name, text, href }) => (
          <li key={key}>
            <div className="section-head">
              <div>
                <p className="name">{name}</p>
                <p>{text}</p>
              </div>
              {mayChange && (
                <LinkButton href={href} aria-label={`Take over: ${name}`}>
                  Take over
                </LinkButton>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
