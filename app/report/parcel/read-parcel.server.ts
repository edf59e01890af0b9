import { strFromU8, unzipSync } from 'fflate'
import { z } from 'zod'
import { normaliseText } from '#app/http/normalise-text.ts'
import { parcelFault } from './parcel-faults.ts'
import { manifestSchema, NOUN_SCHEMAS, PARCEL_FORMAT, type Parcel, parcelSchema } from './parcel-format.ts'
import { sha256 } from './write-parcel.server.ts'

export type ParcelResult = { ok: true; parcel: Parcel } | { ok: false; error: string }

export const LARGEST_PARCEL = 20 * 1024 * 1024
const LARGEST_UNPACKED = 100 * 1024 * 1024
const LARGEST_MANIFEST = 64 * 1024
/** Twenty times those of a large engagement: each takes memory and time, and a small file can unpack to millions of them. */
const MOST_PARTS = 2_000_000
const SIGNS_OF_PARTS = new Uint8Array(256)
for (const sign of ',:[{') SIGNS_OF_PARTS[sign.charCodeAt(0)] = 1
const NAMES = ['engagement', ...Object.keys(NOUN_SCHEMAS)]
const MANIFEST = 'manifest.json'

class ParcelRefused extends Error {}

/** Opens a parcel without believing anything in it. Whatever is wrong is one plain reason. */
export function readParcel(bytes: Uint8Array): ParcelResult {
  try {
    const files = unpack(bytes)
    if (partsOf(files) > MOST_PARTS) throw new ParcelRefused('The file holds more parts than any engagement.')
    return { ok: true, parcel: checked(files) }
  } catch (error) {
    if (error instanceof ParcelRefused) return { ok: false, error: error.message }
    throw error
  }
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  if (bytes.length === 0) throw new ParcelRefused('Please choose a parcel.')
  if (bytes.length > LARGEST_PARCEL) throw new ParcelRefused('The file is larger than 20 MiB.')
  let unpacked = 0
  const allowed = [MANIFEST, ...NAMES.map((noun) => `${noun}.json`)]
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!allowed.includes(name)) throw new ParcelRefused(`The file holds something that no parcel holds.`)
        unpacked += originalSize
        const isTooLarge =
          unpacked > LARGEST_UNPACKED || (name === MANIFEST && originalSize > LARGEST_MANIFEST)
        if (isTooLarge) throw new ParcelRefused('Unpacked, the file is too large.')
        return true
      },
    })
  } catch (error) {
    if (error instanceof ParcelRefused) throw error
    throw new ParcelRefused('The file is no parcel, or it is cut short or damaged.')
  }
}

/** How many parts a reader would have to make at most, counted by their signs before anything is read. */
function partsOf(files: Record<string, Uint8Array>): number {
  let parts = 0
  for (const content of Object.values(files)) for (const byte of content) parts += SIGNS_OF_PARTS[byte] ?? 0
  return parts
}

function checked(files: Record<string, Uint8Array>): Parcel {
  const manifest = manifestSchema.safeParse(jsonOf(files, MANIFEST))
  if (!manifest.success) throw new ParcelRefused('The file is no parcel, or it is damaged.')
  refuseOtherFormat(manifest.data.format)
  for (const noun of NAMES) {
    const name = `${noun}.json`
    const content = files[name]
    const stated = manifest.data.files.find((file) => file.name === name)
    if (!content || !stated) throw new ParcelRefused(`The parcel is not complete: ${name} is missing.`)
    if (sha256(content) !== stated.sha256)
      throw new ParcelRefused(`The parcel was damaged or changed on its way: ${name} is not what it was.`)
  }
  const content = Object.fromEntries(NAMES.map((noun) => [noun, jsonOf(files, `${noun}.json`)]))
  const parsed = parcelSchema.safeParse(content)
  if (!parsed.success) throw new ParcelRefused(`The parcel cannot be read: ${placeOf(parsed.error)}.`)
  const fault = parcelFault(parsed.data)
  if (fault) throw new ParcelRefused(`The parcel contradicts itself. ${fault}`)
  return parsed.data
}

function refuseOtherFormat(format: string): void {
  if (format === PARCEL_FORMAT) return
  const [name, version] = format.split('/')
  const [ours, known] = PARCEL_FORMAT.split('/')
  if (name === ours && Number(version) > Number(known))
    throw new ParcelRefused('The parcel comes from a newer Plumbline: bring this server up to date first.')
  throw new ParcelRefused('The file is no parcel of an engagement.')
}

function jsonOf(files: Record<string, Uint8Array>, name: string): unknown {
  const bytes = files[name]
  if (!bytes) throw new ParcelRefused('The file is no parcel, or it is damaged.')
  try {
    return JSON.parse(strFromU8(bytes), (_, value) =>
      typeof value === 'string' ? normaliseText(value) : value,
    )
  } catch {
    throw new ParcelRefused(`The parcel is damaged: ${name} cannot be read.`)
  }
}

/** Where the first thing stands that does not fit, such as "leads, number 3, level". */
function placeOf(error: z.ZodError): string {
  const issue = error.issues[0]
  const path = issue?.path ?? []
  const place = path.map((part) => (typeof part === 'number' ? `number ${part + 1}` : String(part)))
  return `${place.slice(0, 4).join(', ')} ${z.prettifyError(error).includes('required') ? 'is missing' : 'does not fit'}`
}
