/** The bytes of a posted file, as they came; empty where none was chosen. */
export async function readUpload(request: Request, name: string): Promise<Uint8Array> {
  const posted = await request.formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
  const file = posted.get(name)
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
}
