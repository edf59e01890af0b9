/** Text, and what must be told apart from paper, has at least this contrast. */
export const LEAST_CONTRAST = 4.5
const WHITE = '#ffffff'
/** The paper of the questionnaire in the dark. */
const DARK_PAPER = '#16181a'
/** The tone of the department leads in charts. */
const DEPARTMENT = '#a65a2e'
const STEPS = 200
/** Differences in lightness and in hue from which two tones are not taken for one another, on a grey printer neither. */
const LEAST_LIGHTNESS_RATIO = 1.15
const LEAST_DISTANCE = 0.13

type Rgb = readonly [number, number, number]

export interface BrandColours {
  colour: string
  darkColour: string
  standsForSenior: boolean
  /** Contrast of the colour that was asked for, on white. */
  askedContrast: number
}

/**
 * The colour that was asked for where it can be read on white; otherwise the nearest darker one of the same hue.
 *
 * @example brandColours('#ffcc00').colour // => a dark yellow with a contrast of at least 4.5
 */
export function brandColours(asked: string): BrandColours {
  const colour = moveTowards(asked, '#000000', WHITE)
  return {
    colour,
    darkColour: moveTowards(asked, WHITE, DARK_PAPER),
    standsForSenior:
      contrast(colour, DEPARTMENT) >= LEAST_LIGHTNESS_RATIO && distance(colour, DEPARTMENT) >= LEAST_DISTANCE,
    askedContrast: contrast(asked, WHITE),
  }
}

/** `#rrggbb` in small letters; null for anything else. */
export function readColour(typed: string): string | null {
  const hex = /^#?([0-9a-f]{6})$/i.exec(typed.trim())?.[1]
  return hex ? `#${hex.toLowerCase()}` : null
}

/** Contrast of two colours as WCAG 2 reckons it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

/** The same hue, darker: for what is pointed at. */
export function darkened(colour: string): string {
  return mixed(colour, '#000000', 0.35)
}

function moveTowards(from: string, to: string, ground: string): string {
  for (let step = 0; step <= STEPS; step += 1) {
    const colour = mixed(from, to, step / STEPS)
    if (contrast(colour, ground) >= LEAST_CONTRAST) return colour
  }
  return to
}

function mixed(from: string, to: string, share: number): string {
  const [start, end] = [linearOf(from), linearOf(to)]
  return hexOf(start.map((value, index) => value + ((end[index] ?? 0) - value) * share))
}

function luminance(colour: string): number {
  const [red, green, blue] = linearOf(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Distance of two colours in OKLab (Ottosson 2020): about 0.02 can just be seen, black to white is 1. */
function distance(one: string, other: string): number {
  const [a, b] = [labOf(linearOf(one)), labOf(linearOf(other))]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

function labOf([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function linearOf(colour: string): Rgb {
  const part = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

function hexOf(linear: readonly number[]): string {
  const parts = linear.map((value) => {
    const shown = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
    return Math.round(Math.min(1, Math.max(0, shown)) * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${parts.join('')}`
}
