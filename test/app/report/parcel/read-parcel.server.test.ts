import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readParcel } from '#app/report/parcel/read-parcel.server.ts'

const MEBIBYTE = 1024 * 1024

/** A list of nothing but noughts. */
function noughts(bytes: number): Uint8Array {
  const text = new Uint8Array(bytes)
  for (let at = 0; at < bytes; at += 2) text.set([0x30, 0x2c], at)
  text[0] = 0x5b
  text[bytes - 1] = 0x5d
  return text
}

test('a manifest is short, or it is not looked at', () => {
  const zip = zipSync({ 'manifest.json': noughts(MEBIBYTE) })
  expect(zip.length).toBeLessThan(20_000)
  expect(readParcel(zip)).toEqual({ ok: false, error: 'Unpacked, the file is too large.' })
})

test('a small file of millions of parts is refused before any of them is made', () => {
  const zip = zipSync({ 'manifest.json': strToU8('{}'), 'leads.json': noughts(12 * MEBIBYTE) })
  expect(zip.length).toBeLessThan(MEBIBYTE)
  const before = process.memoryUsage().heapUsed
  expect(readParcel(zip)).toEqual({ ok: false, error: 'The file holds more parts than any engagement.' })
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(50 * MEBIBYTE)
})
