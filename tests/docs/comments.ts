/** Reads the comments of the project's TypeScript files. */
import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { joinComments, type Comment } from '../lint/comments.ts'

/** Parses a file for its comments. */
export function readComments(file: string, code = readFileSync(file, 'utf8')): Comment[] {
  return joinComments(parseSync(file, code).comments, code)
}

/** Lists the TypeScript files in a folder of the project, without installed or built ones. */
export function listCode(folder: string): string[] {
  const files = globSync(`${folder}/**/*.{ts,tsx}`, { exclude: (name) => name === 'node_modules' || name === 'dist' })
  return files.map((file) => file.replaceAll('\\', '/')).sort()
}

/** Reads the docstrings of files, each with its place, such as `src/x.ts:12`. */
export function readDocstrings(files: readonly string[]): { place: string; text: string }[] {
  return files.flatMap((file) => {
    const code = readFileSync(file, 'utf8')
    const docstrings = readComments(file, code).filter(({ isDocstring }) => isDocstring)
    return docstrings.map(({ text, start }) => ({ place: `${file}:${code.slice(0, start).split('\n').length}`, text }))
  })
}

/** Finds docstrings with the same text, one line for each. */
export function findRepeated(docstrings: readonly { place: string; text: string }[]): string[] {
  const places = new Map<string, string[]>()
  for (const { place, text } of docstrings) {
    const key = text.replace(/\s+/g, ' ')
    places.set(key, [...(places.get(key) ?? []), place])
  }
  return [...places].filter(([, found]) => found.length > 1).map(([text, found]) => `${text}  ${found.join(', ')}`)
}
