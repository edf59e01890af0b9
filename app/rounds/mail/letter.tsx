export interface LetterProps {
  name: string
  consultantName: string
  paragraphs: string[]
  link: string
  code: { side: number; path: string }
}

/** One invitation on a sheet of its own. */
export function Letter({ name, paragraphs, link, code }: LetterProps) {
  return (
    <article className="letter sheet" aria-label={`Letter to ${name}`}>
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity, and are never reordered
        <p key={index} className="as-written">
          {paragraph}
        </p>
      ))}
      <svg
        className="qr"
        viewBox={`-2 -2 ${code.side + 4} ${code.side + 4}`}
        role="img"
        aria-label={`The link of ${name}, for the camera of a phone`}
        shapeRendering="crispEdges"
      >
        <path d={code.path} />
      </svg>
      <p className="muted">{link}</p>
    </article>
  )
}
