import { geometryOf } from './geometry.ts'
import type { Mark, Scene, Tone } from './scene.ts'

/** A scene on the page. Tones are classes: the stylesheet of the page owns the colours, and no style is written inline. */
export function SceneSvg({ scene }: { scene: Scene }) {
  return (
    <svg
      className="scene"
      role="img"
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      width={scene.width}
      height={scene.height}
      xmlns="http://www.w3.org/2000/svg"
    >
      <title>{scene.title}</title>
      <desc>{scene.desc}</desc>
      {scene.marks.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity, and are never reordered
        <MarkSvg key={index} mark={mark} />
      ))}
    </svg>
  )
}

function MarkSvg({ mark }: { mark: Mark }) {
  if (mark.kind === 'text') return <TextSvg mark={mark} />
  const { kind: Shape, fill, stroke, strokeWidth, dash } = mark
  return (
    <Shape
      {...geometryOf(mark)}
      className={toneClasses(fill, stroke)}
      strokeWidth={stroke ? strokeWidth : undefined}
      strokeDasharray={dash?.join(' ')}
    />
  )
}

function TextSvg({ mark }: { mark: Extract<Mark, { kind: 'text' }> }) {
  const { x, y, text, size, weight, anchor, fill = 'ink' } = mark
  return (
    <text
      x={x}
      y={y}
      fontSize={size}
      textAnchor={anchor === 'start' ? undefined : anchor}
      className={weight === 'semibold' ? `fill-${fill} semibold` : `fill-${fill}`}
    >
      {text}
    </text>
  )
}

/** A shape without a fill must say so: black is what SVG fills with when it is told nothing. */
function toneClasses(fill: Tone | undefined, stroke: Tone | undefined): string {
  const classes = [fill ? `fill-${fill}` : 'fill-none']
  if (stroke) classes.push(`stroke-${stroke}`)
  return classes.join(' ')
}
