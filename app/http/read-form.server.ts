import { normaliseText } from './normalise-text.ts'

/** Reads a posted form; every text in it is normalised on the way in, names of fields and texts of files included. */
export async function readForm(request: Request): Promise<FormData> {
  const posted = await request.formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
  const form = new FormData()
  for (const [name, value] of posted) {
    form.append(
      normaliseText(name),
      normaliseText(typeof value === 'string' ? value : await readTextFile(value)),
    )
  }
  return form
}

/** Files come from spreadsheets: as UTF-8, as "Unicode text" in UTF-16, which says so in its first bytes, or in the code page of old. */
async function readTextFile(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const mark = bytes.length >= 2 ? `${bytes[0]},${bytes[1]}` : ''
  if (mark === '255,254') return new TextDecoder('utf-16le').decode(bytes)
  if (mark === '254,255') return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
