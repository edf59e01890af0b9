import { expect, test } from 'vitest'
import { locateChromium, type Machine } from '#scripts/find-chromium.ts'

function machine(files: readonly string[], more: Partial<Machine> = {}): Machine {
  return {
    environment: {},
    platform: 'linux',
    home: '/home/ada',
    exists: (path) => files.includes(path),
    playwrightPath: '/home/ada/.cache/ms-playwright/chromium-1/chrome-linux/chrome',
    ...more,
  }
}

test('the environment names the browser before any other place is looked at', () => {
  const environment = { CHROMIUM_PATH: '/opt/chromium' }
  expect(locateChromium(machine(['/opt/chromium', '/usr/bin/chromium'], { environment }))).toBe(
    '/opt/chromium',
  )
})

test('a browser that is named but not there is an error, not a reason to take another one', () => {
  const environment = { CHROMIUM_PATH: '/opt/chromium' }
  expect(() => locateChromium(machine(['/usr/bin/chromium'], { environment }))).toThrow(
    /CHROMIUM_PATH.*\/opt\/chromium/,
  )
})

test("the system's browser comes before the one in Playwright's cache", () => {
  const playwrightPath = '/cache/chrome'
  expect(locateChromium(machine(['/usr/bin/chromium', '/cache/chrome'], { playwrightPath }))).toBe(
    '/usr/bin/chromium',
  )
  expect(locateChromium(machine(['/cache/chrome'], { playwrightPath }))).toBe('/cache/chrome')
})

test('macOS and Windows have usual places of their own', () => {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  expect(locateChromium(machine([mac], { platform: 'darwin' }))).toBe(mac)
  const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
  const environment = { PROGRAMFILES: 'C:\\Program Files' }
  expect(locateChromium(machine([windows], { platform: 'win32', environment }))).toBe(windows)
})

test('no browser anywhere is null, so that the caller can get one or stop', () => {
  expect(locateChromium(machine([]))).toBeNull()
})
