import { createHash, createHmac, randomBytes } from 'node:crypto'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TOKEN_BYTES = 20
const SHORT_LENGTH = 10

/** 160 random bits as 32 characters of Crockford's base 32: no look-alikes, easy to read aloud. */
export function newToken(): string {
  return base32(randomBytes(TOKEN_BYTES))
}

/** What the database keeps in a token's place. 160 bits of entropy need no slow hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * The token of a personal link (`p`), report link (`r`) or link to the progress of a plan (`g`): a type letter and 160 bits derived from the server's secret,
 * so that a link can be shown again to the consultant without being stored, and dies with the next version.
 */
export function linkToken(secret: string, kind: 'p' | 'r' | 'g', id: string, version: number): string {
  const mac = createHmac('sha256', secret).update(`${kind}:${id}:${version}`).digest()
  return kind + base32(mac.subarray(0, TOKEN_BYTES))
}

/**
 * The code of a printed letter, for whoever cannot follow a link: 50 bits in ten characters. It opens what the link of the
 * same version opens, and dies with it.
 */
export function shortCode(secret: string, id: string, version: number): string {
  const mac = createHmac('sha256', secret).update(`c:${id}:${version}`).digest()
  return base32(mac.subarray(0, 10)).slice(0, SHORT_LENGTH)
}

/** What the database keeps in a short code's place: keyed, since short codes could be tried out one by one. */
export function hashCode(secret: string, code: string): string {
  return createHmac('sha256', secret).update(`code:${code}`).digest('hex')
}

/** Both ways into a place, as the database keeps them. */
export function linkHashes(
  secret: string,
  id: string,
  version: number,
): { tokenHash: string; codeHash: string } {
  return {
    tokenHash: hashToken(linkToken(secret, 'p', id, version)),
    codeHash: hashCode(secret, shortCode(secret, id, version)),
  }
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
