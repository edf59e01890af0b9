import type { BenchLine } from '../coding/bench-view.ts'

interface BenchLineProps {
  line: BenchLine
  themeId: string
  ticked: boolean
  /** It seems to say the opposite of the lines around it. */
  heed: boolean
}

/** A line as it was written and, where that differs, as the machine read it. */
export function BenchLineItem({ line, themeId, ticked, heed }: BenchLineProps) {
  return (
    <li data-line-id={line.id} data-theme-id={themeId} className={heed ? 'opposed' : undefined}>
      <label>
        <input type="checkbox" name="line" value={line.id} defaultChecked={ticked} />
        <span className="line-text">{line.text}</span>
      </label>
      {line.read && <Reading read={line.read} />}
    </li>
  )
}

export function Reading({ read }: { read: NonNullable<BenchLine['read']> }) {
  return (
    <p className="reading">
      {'read as: '}
      {read.map(({ word, changed }, index) => (
        // Words may come twice; their place is all that tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of one line never change places
        <span key={index}>{changed ? <mark>{word}</mark> : word} </span>
      ))}
    </p>
  )
}
