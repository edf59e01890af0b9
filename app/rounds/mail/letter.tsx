import { QrCode, type QrPicture } from '#app/ui/qr-code.tsx'

export interface LetterProps {
  name: string
  consultantName: string
  paragraphs: string[]
  link: string
  picture: QrPicture
  /** As it is printed; null where the place has none. */
  code: string | null
  /** Where the code is typed. */
  codePage: string
}

/** One invitation on a sheet of its own. */
export function Letter({ name, paragraphs, link, picture, code, codePage }: LetterProps) {
  return (
    <article className="letter sheet stack" aria-label={`Letter to ${name}`}>
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity, and are never reordered
        <p key={index} className="as-written">
          {paragraph}
        </p>
      ))}
      <div className="ways-in">
        <QrCode picture={picture} label={`The link of ${name}, for the camera of a phone`} />
        {code && (
          <p>
            Without a camera, open {codePage.replace(/^https?:\/\//, '')} and type
            <strong className="short-code">{code}</strong>
          </p>
        )}
      </div>
      <p className="muted">{link}</p>
    </article>
  )
}
