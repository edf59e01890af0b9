import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/**
 * The same archive with nothing in it that depends on the clock: its files in the order of their names, dated to the day of
 * the report, and so the dates among the properties of the document. `finish` may change a file of markup on the way.
 */
export function settledArchive(
  bytes: Uint8Array,
  day: string,
  finish: (name: string, xml: string) => string = (_, xml) => xml,
): Uint8Array {
  const files = unzipSync(bytes)
  const settled: Zippable = {}
  for (const name of Object.keys(files)
    .filter((name) => !name.endsWith('/'))
    .sort()) {
    const content = files[name] ?? new Uint8Array()
    if (!/\.(xml|rels)$/.test(name)) settled[name] = content
    else settled[name] = strToU8(finish(name, datedProperties(strFromU8(content), day)))
  }
  // A local time without a zone: archives know no zones.
  return zipSync(settled, { mtime: new Date(`${day}T00:00:00`), level: 6 })
}

function datedProperties(xml: string, day: string): string {
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
}
