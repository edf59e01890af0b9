import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'
import * as fontkit from 'fontkit'
import type { Face } from './paper-style.ts'
import type { ScriptFace } from './script-faces.ts'

export type PaperFace = Face | ScriptFace

const FILES: Record<PaperFace, string> = {
  sans: 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'sans-semibold': 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  serif: 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'serif-semibold': 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  hebrew: 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  arabic: 'ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
  devanagari: 'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  thai: 'noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
  emoji: 'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  han: 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  hangul: 'nanum-gothic/400Regular/NanumGothic_400Regular.ttf',
}

const { resolve } = createRequire(import.meta.url)
const parsed = new Map<PaperFace, Font>()

/** Opened when it is first needed, and then kept. */
export function parsedFont(face: PaperFace): Font {
  const known = parsed.get(face)
  if (known) return known
  const font = fontkit.create(readFileSync(resolve(`@expo-google-fonts/${FILES[face]}`)))
  if (!('glyphForCodePoint' in font)) throw new Error(`${FILES[face]} holds more than one font`)
  parsed.set(face, font)
  return font
}
