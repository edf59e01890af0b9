import { Button } from '#app/ui/button.tsx'
import type { LooseLine } from '../coding/bench-view.ts'
import { BenchLineItem } from './bench-line-item.tsx'
import type { Kept } from './kept.ts'
import { themeAnchor } from './stops.ts'

/** A line that nothing was grouped with, and the three places where it might belong. */
export function LooseLineItem({ loose, kept }: { loose: LooseLine; kept: Kept }) {
  const [line] = loose.lines
  if (!line) return null
  return (
    <li
      className="theme loose stop"
      id={themeAnchor(loose.id)}
      data-theme-id={loose.id}
      data-stop=""
      tabIndex={-1}
    >
      <ul className="lines">
        <BenchLineItem line={line} themeId={loose.id} ticked={kept.ticked.includes(line.id)} heed={false} />
      </ul>
      <div className="nearest">
        {loose.nearest.map(({ themeId, name }, index) => (
          <Button
            key={themeId}
            look="quiet"
            name="intent"
            value={`join:${loose.id}:${themeId}`}
            data-key={index + 1}
          >
            <span className="place" aria-hidden="true">
              {index + 1}
            </span>
            <span className="unseen">{`Put “${line.text}” with `}</span>
            <span className="to">{name}</span>
          </Button>
        ))}
      </div>
      <div className="leave">
        <Button look="quiet" name="intent" value={`accept:${loose.id}`} data-key="a">
          Leave alone<span className="unseen">{`: “${line.text}”`}</span>
        </Button>
      </div>
    </li>
  )
}
