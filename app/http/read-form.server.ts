import { normaliseText } from './normalise-text.ts'

/** Reads a posted form; every text in it is normalised on the way in, names of fields included. Files are read as UTF-8 text. */
export async function readForm(request: Request): Promise<FormData> {
  const posted = await request.formData()
  const form = new FormData()
  for (const [name, value] of posted) {
    form.append(
      normaliseText(name),
      normaliseText(typeof value === 'string' ? value : await readTextFile(value)),
    )
  }
  return form
}

async function readTextFile(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Spreadsheets on Windows still save CSV in the local code page; Latin 1 keeps every byte readable.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
