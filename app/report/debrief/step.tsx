import type { ReactNode } from 'react'
import { SceneSvg } from '#app/charts/scene-svg.tsx'
import type { Block } from '../document.ts'

type Figure = Extract<Block, { kind: 'figure' }>

interface StepProps {
  id: string
  /** What the room sees above the title: "Finding 2 · Guess". */
  kicker: string
  title: string
  /** The digit that leads here; set on the first step of a finding. */
  digit?: number
  /** Stands beside the words where there is room. */
  figure?: Figure | null
  children: ReactNode
}

/** One screen of the debrief. Without a script the screens stand below one another. */
export function Step({ id, kicker, title, digit, figure = null, children }: StepProps) {
  return (
    <section
      className={figure ? 'step with-figure' : 'step'}
      id={id}
      data-step={kicker}
      data-digit={digit}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
    >
      <div className="step-words">
        <p className="step-kicker">{kicker}</p>
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
      </div>
      {figure && <StepFigure figure={figure} title={title} />}
    </section>
  )
}

/** A picture of the report, as wide as the wall allows; on a phone the same laid out anew. */
function StepFigure({ figure, title }: { figure: Figure; title: string }) {
  return (
    <figure className="step-figure">
      {figure.scene.title !== title && <p className="step-figure-title">{figure.scene.title}</p>}
      <div className={figure.phoneScene ? 'for-wall' : undefined}>
        <SceneSvg scene={figure.scene} />
      </div>
      {figure.phoneScene && (
        <div className="for-phone">
          <SceneSvg scene={figure.phoneScene} />
        </div>
      )}
      {figure.note && <figcaption>{figure.note}</figcaption>}
    </figure>
  )
}
