export const PASSPHRASE_LENGTH = { least: 8, most: 128 } as const

/** What is wrong with a new passphrase, in words; null where it will do, or none is wanted. */
export function passphraseFault(passphrase: string): string | null {
  const length = [...passphrase].length
  if (length === 0) return null
  if (length < PASSPHRASE_LENGTH.least)
    return `A passphrase needs at least ${PASSPHRASE_LENGTH.least} characters; three unrelated words are a good one.`
  if (length > PASSPHRASE_LENGTH.most)
    return `A passphrase may have up to ${PASSPHRASE_LENGTH.most} characters.`
  return null
}
