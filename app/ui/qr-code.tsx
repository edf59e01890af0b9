export interface QrPicture {
  /** Squares a side has. */
  side: number
  /** The dark squares, one unit each. */
  path: string
}

/** Dark on white whatever the page's colours are: cameras need it. */
export function QrCode({ picture: { side, path }, label }: { picture: QrPicture; label: string }) {
  return (
    <svg
      className="qr"
      viewBox={`-4 -4 ${side + 8} ${side + 8}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}
