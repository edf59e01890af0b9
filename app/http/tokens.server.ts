import { createHash, createHmac, randomBytes } from 'node:crypto'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TOKEN_BYTES = 20

/** 160 random bits as 32 characters of Crockford's base 32: no look-alikes, easy to read aloud. */
export function newToken(): string {
  return base32(randomBytes(TOKEN_BYTES))
}

/** What the database keeps in a token's place. 160 bits of entropy need no slow hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * The token of a personal link (`p`) or report link (`r`): a type letter and 160 bits derived from the server's secret,
 * so that a link can be shown again to the consultant without being stored, and dies with the next version.
 */
export function linkToken(secret: string, kind: 'p' | 'r', id: string, version: number): string {
  const mac = createHmac('sha256', secret).update(`${kind}:${id}:${version}`).digest()
  return kind + base32(mac.subarray(0, TOKEN_BYTES))
}

function base32(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const length = (bytes.length * 8) / 5
  return Array.from({ length }, (_, index) => {
    const shift = BigInt((length - 1 - index) * 5)
    return CROCKFORD[Number((bits >> shift) & 31n)]
  }).join('')
}
