/** Finds the Firefox of the smoke run, which is optional. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['firefox', 'firefox-esr', 'firefox.exe']

const usualPlaces = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe']

/**
 * Finds a Firefox: `FIREFOX_PATH`, then an installed one.
 * @returns its path, or `undefined`
 * @throws Error if `FIREFOX_PATH` names a missing file
 */
export function findFirefox(): string | undefined {
  const named = process.env.FIREFOX_PATH
  if (named && !existsSync(named)) throw new Error(`FIREFOX_PATH is ${named}, which does not exist. Correct it or unset it.`)
  const folders = (process.env.PATH ?? '').split(delimiter)
  return named || names.flatMap((name) => folders.map((folder) => join(folder, name))).concat(usualPlaces).find((path) => existsSync(path))
}
