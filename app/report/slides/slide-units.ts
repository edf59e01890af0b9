import type { Tone } from '#app/charts/scene.ts'

/** The two families of the report. A program that lacks them takes its own sans and serif. */
export const SANS = 'Source Sans 3'
export const SERIF = 'Source Serif 4'

const POINTS_AN_INCH = 72

export function inch(points: number): number {
  return points / POINTS_AN_INCH
}

export function inches<Place extends Partial<Record<'x' | 'y' | 'w' | 'h', number>>>(box: Place): Place {
  return Object.fromEntries(
    Object.entries(box).map(([key, value]) => [key, inch(value as number)]),
  ) as unknown as Place
}

/** The library knows colours without the sign before them. */
export function hex(colour: string): string {
  return colour.replace('#', '').toUpperCase()
}

export function hexes(colours: Record<Tone, string>): Record<Tone, string> {
  return Object.fromEntries(Object.entries(colours).map(([tone, colour]) => [tone, hex(colour)])) as Record<
    Tone,
    string
  >
}
