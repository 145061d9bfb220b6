/** Compares and counts the copied files of an app. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { budgets } from '../../.storybook/registry/budgets.ts'
import { listItemFiles, getPlace, withDependencies } from './add.ts'
import type { App } from './apps.ts'
import { must } from './checks.ts'
import type { Registries } from './registries.ts'

const generated = new Set(['node_modules', '.next', 'dist', 'next-env.d.ts', 'tsconfig.tsbuildinfo'])

/** Reads all files of an app by path, except packages and builds. */
export function readTree(app: App): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (generated.has(entry.name)) continue
      if (entry.isDirectory()) visit(path)
      else found.set(relative(app.folder, path), readFileSync(path, 'utf8'))
    }
  }
  visit(app.folder)
  return found
}

/** Lists paths whose content differs between two states of an app. */
export function findChanges(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path)).sort()
}

/**
 * Applies the tool's own changes beside imports: `asChild` becomes `render` on Base UI, and apps without React Server
 * Components lose `'use client'`.
 */
function toExpected(app: App, content: string): string {
  const code = app.ownImports(content)
  return app.template === 'vite-app' ? code.replace(/^'use client'\s*/, '') : code
}

/** @throws Error if a file differs from the registry's by more than the app's aliases */
export function checkIdentical(app: App, registries: Registries, names: readonly string[], edited: readonly string[] = []): string {
  const own = new Set(edited.map((file) => app.toPath(file)))
  const files = listItemFiles(app, withDependencies(registries, names)).filter((file) => !own.has(getPlace(app, file)))
  const isRewritten = (content: string) => Boolean(app.style?.startsWith('base-')) && content.includes('asChild')
  const compared = files.filter(({ content }) => !isRewritten(content))
  const different = compared.filter((file) => {
    const [text, expected] = [readFileSync(getPlace(app, file), 'utf8'), toExpected(app, file.content)]
    return text !== expected && !(app.template === 'vite-app' && text === app.ownImports(file.content))
  })
  must(different.length === 0, `The tool changed more than imports in: ${different.map(({ target }) => target).join(', ')}`)
  return `${compared.length} of ${files.length} files`
}

const countLines = (text: string) => text.trimEnd().split('\n').length

/** Counts added files and lines, without shadcn's primitives, package lists and the stylesheet. */
export function countArrived(app: App, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): { files: number; lines: number } {
  const ui = relative(app.folder, app.toPath('components/ui/x')).slice(0, -1)
  const arrived = [...after].filter(([path]) => !before.has(path) && !path.startsWith(ui) && /\.tsx?$/.test(path))
  return { files: arrived.length, lines: arrived.reduce((sum, [, text]) => sum + countLines(text), 0) }
}

/** @throws Error if an item brings more than its budget */
export function checkBudget(name: string, { files, lines }: { files: number; lines: number }): string {
  const [, mostFiles, mostLines] = budgets.find(([item]) => item === name) ?? []
  must(mostFiles !== undefined && mostLines !== undefined, `${name} has no budget.`)
  const figure = `${name} ${files} / ${lines}`
  must(files <= mostFiles && lines <= mostLines, `${figure}: more than ${mostFiles} files or ${mostLines} lines`)
  return figure
}

/** Checks the budget of every item against its files in an app. */
export function checkBudgets(app: App, registries: Registries): string {
  const figures: string[] = []
  const problems: string[] = []
  for (const [name] of budgets) {
    const places = listItemFiles(app, withDependencies(registries, [name])).map((file) => getPlace(app, file)).filter((path) => existsSync(path))
    try {
      figures.push(checkBudget(name, { files: places.length, lines: places.reduce((sum, path) => sum + countLines(readFileSync(path, 'utf8')), 0) }))
    } catch (error) {
      problems.push((error as Error).message)
    }
  }
  must(problems.length === 0, [...problems, ...figures].join('\n'))
  return figures.join(', ')
}
