/**
 * The Chromium that everything in a browser is tested in: one that is there, else one that can be installed.
 */
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

/** Flags for a Chromium that runs unattended: nothing fetched in the background, and no sandbox as root, where it cannot start. */
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

async function playwrightsOwn(): Promise<string | undefined> {
  const { chromium } = await import('playwright')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

/**
 * Looks for a Chromium: `CHROMIUM_PATH`, then an installed Chrome or Chromium, then Playwright's own.
 *
 * @returns its path, or undefined where there is none
 * @throws where `CHROMIUM_PATH` names a file that is not there
 */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file: correct or unset it.`)
    return named
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const installed = names.flatMap((name) => folders.map((folder) => join(folder, name))).concat(usualPlaces)
  return installed.find((path) => existsSync(path)) ?? (await playwrightsOwn())
}

/**
 * Looks for a Chromium as {@link findChromium} does, and installs one where there is none: Playwright's download, else
 * Debian's package (as root, where apt is there).
 *
 * @throws with the one sentence that says what to install, where nothing worked
 */
export async function ensureChromium(): Promise<string> {
  const found = await findChromium()
  if (found) return found

  console.log('No Chromium found: installing the one that Playwright brings.')
  spawnSync(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], { stdio: 'inherit' })
  const downloaded = await playwrightsOwn()
  if (downloaded) return downloaded

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log("That did not work: installing Debian's chromium.")
    execFileSync('apt-get', ['update'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', 'chromium'], { stdio: 'inherit' })
    const packaged = await findChromium()
    if (packaged) return packaged
  }
  throw new Error('The tests need a Chromium: install Chrome or Chromium, or set CHROMIUM_PATH to one, and run them again.')
}
