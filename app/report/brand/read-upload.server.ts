import { normaliseText } from '#app/http/normalise-text.ts'

/** The named texts of a form and the bytes of its one file; null where no file, or an empty one, was chosen. */
export async function readUpload<Name extends string>(
  request: Request,
  names: readonly Name[],
  fileName: string,
): Promise<{ fields: Record<Name, string>; file: Uint8Array | null }> {
  const form = await request.formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? normaliseText(value) : ''
  }
  const fields = Object.fromEntries(names.map((name) => [name, text(name)])) as Record<Name, string>
  const sent = form.get(fileName)
  const file = sent !== null && typeof sent !== 'string' && sent.size > 0 ? sent : null
  return { fields, file: file && new Uint8Array(await file.arrayBuffer()) }
}
