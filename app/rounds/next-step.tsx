import { LinkButton } from '#app/ui/button.tsx'
import type { NextAction } from './next-action.ts'

export function NextStep({ next }: { next: NextAction }) {
  return (
    <section className="next" aria-label="What to do next">
      <p>{next.sentence}</p>
      {next.href && (
        <div className="buttons">
          <LinkButton look="main" href={next.href}>
            {next.label}
          </LinkButton>
        </div>
      )}
    </section>
  )
}
