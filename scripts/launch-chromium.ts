import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

// A browser under test talks to the server under test and to nobody else.
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts headless Chromium. As root its sandbox cannot start, so there it is left out. */
export async function launchChromium(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath: await findChromium(),
    args: asRoot ? [...QUIET, '--no-sandbox'] : QUIET,
  })
}
