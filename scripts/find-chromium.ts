import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

const NAMED_BY = ['CHROMIUM_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH', 'CHROME_PATH', 'CHROME_BIN']

/** What the search looks at, so that a test can lay out a machine of its own. */
export interface Machine {
  environment: Record<string, string | undefined>
  platform: NodeJS.Platform
  home: string
  exists: (path: string) => boolean
  /** Where Playwright would keep the browser of its own version. */
  playwrightPath: string
}

/** The first Chromium that is there: one named by the environment, then the usual places, then Playwright's. */
export function locateChromium(machine: Machine): string | null {
  for (const name of NAMED_BY) {
    const path = machine.environment[name]
    if (!path) continue
    if (!machine.exists(path)) throw new Error(`${name} names ${path}, and there is no such file`)
    return path
  }
  return [...usualPlaces(machine), machine.playwrightPath].find((path) => machine.exists(path)) ?? null
}

/** The path of a Chromium that runs: found, or else got from Debian's packages or by Playwright's own download. */
export async function findChromium(): Promise<string> {
  const found = locateChromium(thisMachine()) ?? olderOfPlaywright()
  if (found) return found
  getChromium()
  const got = locateChromium(thisMachine())
  if (got) return got
  throw new Error(
    'No Chromium was found and none could be installed: set CHROMIUM_PATH to one and run this again.',
  )
}

function thisMachine(): Machine {
  return {
    environment: process.env,
    platform: process.platform,
    home: homedir(),
    exists: existsSync,
    playwrightPath: chromium.executablePath(),
  }
}

function usualPlaces(machine: Machine): string[] {
  if (machine.platform === 'darwin') {
    const apps = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome']
    return ['/Applications', join(machine.home, 'Applications')].flatMap((root) =>
      apps.map((app) => join(root, app)),
    )
  }
  if (machine.platform === 'win32') {
    const { PROGRAMFILES, LOCALAPPDATA } = machine.environment
    const roots = [PROGRAMFILES, machine.environment['PROGRAMFILES(X86)'], LOCALAPPDATA].filter(
      (root) => root,
    )
    const programs = ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe']
    return roots.flatMap((root) => programs.map((program) => `${root}\\${program}`))
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  return ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) =>
    names.map((name) => `${folder}/${name}`),
  )
}

/** A browser that another version of Playwright left in its cache will do as well. */
function olderOfPlaywright(): string | null {
  const browser = chromium.executablePath()
  const folder = browser.split(/[\\/]/).find((part) => /^chromium-\d+$/.test(part))
  if (!folder) return null
  const cache = browser.slice(0, browser.indexOf(folder))
  if (!existsSync(cache)) return null
  const inside = browser.slice(cache.length + folder.length)
  const others = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name))
  return others.map((name) => join(cache, name, inside)).find(existsSync) ?? null
}

function getChromium(): void {
  if (onDebianAsRoot()) {
    console.log("No Chromium here: installing Debian's package.")
    run('apt-get', ['update', '-q'])
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'])
  } else {
    console.log('No Chromium here: asking Playwright to download its own.')
    const cli = join(
      dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
      'cli.js',
    )
    run(process.execPath, [cli, 'install', 'chromium'])
  }
}

/** Ubuntu's package of that name only points at a snap, which does not run everywhere: Debian itself is meant. */
function onDebianAsRoot(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}
