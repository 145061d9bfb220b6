/** Fresh apps, outside the project's folder, as `create-next-app` and `shadcn init` leave them behind. */
import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A kind of app that the kit is copied into. */
export interface Variant {
  name: string
  template: 'next-app' | 'vite-app'
  /** The folder that the aliases' sign stands for: the root, or `src`. */
  base: '' | 'src'
  /** The sign that the aliases begin with. */
  sign: '@' | '~'
  /** As in components.json, without the sign. */
  aliases: { components: string; ui: string; lib: string; utils: string; hooks: string }
  rtl?: true
  /** shadcn's style. Default `new-york`, on Radix; one that begins with `base-` is on Base UI. */
  style?: string
  /** A package.json for an app in which nothing is installed yet. Without it, packages and files come from the template. */
  manifest?: object
}

/** An app on the disk. */
export interface App extends Variant {
  folder: string
  /** The folder of its App Router or its source, below its own. */
  source: string
  css: string
  /** Where a file of the kit is in it: `@/lib/x.ts` by an address of the kit's own. */
  pathOf: (file: string) => string
  /** Turns imports from `@/…` into the app's own. */
  ownImports: (code: string) => string
  remove: () => void
}

/** The aliases that `shadcn init` suggests. */
export const usualAliases: Variant['aliases'] = {
  components: 'components', ui: 'components/ui', lib: 'lib', utils: 'lib/utils', hooks: 'hooks',
}

/** Compiler flags that the copied files must pass in every app, in addition to those of its template. */
const strictFlags = {
  strict: true, exactOptionalPropertyTypes: true, noPropertyAccessFromIndexSignature: true, noUncheckedIndexedAccess: true,
  noImplicitReturns: true,
}

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../..')

/** Links every file, as `cp -al` does; across file systems copies it. */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else {
      try {
        linkSync(source, target)
      } catch {
        copyFileSync(source, target)
      }
    }
  }
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
}

function tsconfig({ template, base, sign }: Variant): object {
  const shared = {
    ...strictFlags, skipLibCheck: true, noEmit: true, module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx',
    paths: { [`${sign}/*`]: [`./${base && `${base}/`}*`] },
  }
  // As create-next-app and create-vite write them.
  if (template === 'next-app') {
    const options = {
      target: 'ES2017', lib: ['dom', 'dom.iterable', 'esnext'], allowJs: true, esModuleInterop: true, resolveJsonModule: true,
      isolatedModules: true, incremental: true, plugins: [{ name: 'next' }],
    }
    const include = ['next-env.d.ts', '**/*.ts', '**/*.tsx', '.next/types/**/*.ts', '.next/dev/types/**/*.ts', '**/*.mts']
    return { compilerOptions: { ...options, ...shared }, include, exclude: ['node_modules'] }
  }
  const options = {
    // shadcn's own templates, for React Router, TanStack Start and monorepos, have the oldest target of any.
    target: 'es2022', lib: ['ES2022', 'DOM', 'DOM.Iterable'], types: ['vite/client'], allowArbitraryExtensions: true,
    allowImportingTsExtensions: true, verbatimModuleSyntax: true, moduleDetection: 'force', noUnusedLocals: true,
    noUnusedParameters: true, erasableSyntaxOnly: true, noFallthroughCasesInSwitch: true,
  }
  return { compilerOptions: { ...options, ...shared }, include: ['src'] }
}

function componentsJson({ template, sign, aliases, rtl, style = 'new-york' }: Variant, css: string): object {
  const own = Object.fromEntries(Object.entries(aliases).map(([name, path]) => [name, `${sign}/${path}`]))
  return {
    $schema: 'https://ui.shadcn.com/schema.json',
    style,
    rsc: template === 'next-app',
    tsx: true,
    tailwind: { config: '', css, baseColor: 'neutral', cssVariables: true, prefix: '' },
    aliases: own,
    iconLibrary: 'lucide',
    ...(rtl && { rtl }),
  }
}

/** A stylesheet as `shadcn init` writes it: with shadcn's tokens, and without the kit's own. */
function stylesheet(): string {
  const theme = readFileSync(join(root, 'src/styles/theme.css'), 'utf8').replace(/^\s*--(?:color-)?status-.*\n/gm, '')
  return `@import 'tailwindcss';\n\n@custom-variant dark (&:is(.dark *));\n\n${theme.replace(/^\/\*[\s\S]*?\*\/\n/, '')}`
}

/** Copies a template, with its packages linked. */
function copyTemplate(name: string, folder: string): void {
  const template = join(here, 'templates', name)
  const packages = join(template, 'node_modules')
  if (!existsSync(packages)) throw new Error(`The packages of ${template} are not installed: run npm ci there.`)
  cpSync(template, folder, { recursive: true, filter: (path) => !path.startsWith(packages) })
  linkTree(packages, join(folder, 'node_modules'))
  // npm writes into this one where it is, so that a link would change the template's.
  const list = join(folder, 'node_modules/.package-lock.json')
  const text = readFileSync(list)
  rmSync(list)
  writeFileSync(list, text)
}

/**
 * Makes a fresh app, with its packages linked from the template's unless it has a manifest of its own.
 *
 * @throws Error if the template's packages are not installed
 */
export function makeApp(variant: Variant): App {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `copied-app-`))
  const isNext = variant.template === 'next-app'
  if (variant.manifest) {
    mkdirSync(join(folder, 'app'))
    writeJson(join(folder, 'package.json'), variant.manifest)
    writeFileSync(join(folder, 'next.config.mjs'), 'export default {}\n')
  } else copyTemplate(variant.template, folder)

  if (isNext && variant.base) {
    mkdirSync(join(folder, variant.base))
    renameSync(join(folder, 'app'), join(folder, variant.base, 'app'))
  }
  const source = isNext ? join(variant.base, 'app') : variant.base
  const css = join(source, isNext ? 'globals.css' : 'index.css')
  const pathOf = (file: string) => {
    const [, kind = '', rest = ''] = /^(components|lib|app)\/(.*)$/.exec(file) ?? []
    const at = kind === 'app' ? 'app' : variant.aliases[kind as 'lib']
    return join(folder, variant.base, at, rest)
  }
  const ownImports = (code: string) =>
    code
      .replaceAll("'@/lib/utils'", `'${variant.sign}/${variant.aliases.utils}'`)
      .replace(/'@\/(components|lib)\//g, (_, kind: 'lib') => `'${variant.sign}/${variant.aliases[kind]}/`)
  writeFileSync(join(folder, css), stylesheet())
  writeJson(join(folder, 'tsconfig.json'), tsconfig(variant))
  writeJson(join(folder, 'components.json'), componentsJson(variant, css))
  const utils = join(folder, variant.base, `${variant.aliases.utils}.ts`)
  mkdirSync(dirname(utils), { recursive: true })
  cpSync(join(root, 'src/lib/utils.ts'), utils)
  return { ...variant, folder, source, css, pathOf, ownImports, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
