/** Finds or installs the Chromium for all browser tests. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome', 'msedge']

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Flags for unattended runs: no background downloads, and no sandbox, which fails as root. */
export const chromiumArgs: string[] = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

async function findPlaywrightsChromium(): Promise<string | undefined> {
  const { chromium } = await import('playwright')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

/**
 * Finds a Chromium: `CHROMIUM_PATH`, then an installed Chrome or Chromium, then Playwright's own.
 * @returns its path, or `undefined`
 * @throws Error if `CHROMIUM_PATH` names a missing file
 */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, which does not exist. Correct it or unset it.`)
    return named
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const installed = names.flatMap((name) => folders.map((folder) => join(folder, name))).concat(usualPlaces)
  return installed.find((path) => existsSync(path)) ?? (await findPlaywrightsChromium())
}

/**
 * Finds a Chromium, or installs one: Playwright's download, or Debian's package (as root, with apt).
 * @throws Error with install instructions if both fail
 */
export async function ensureChromium(): Promise<string> {
  const found = await findChromium()
  if (found) return found

  console.log("No Chromium found. Installing Playwright's Chromium.")
  spawnSync(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], { stdio: 'inherit' })
  const downloaded = await findPlaywrightsChromium()
  if (downloaded) return downloaded

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log("Installation failed. Installing Debian's chromium.")
    execFileSync('apt-get', ['update'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', 'chromium'], { stdio: 'inherit' })
    const packaged = await findChromium()
    if (packaged) return packaged
  }
  throw new Error('The tests need a Chromium. Install Chrome or Chromium, or set CHROMIUM_PATH, and run them again.')
}
