/** Creates fresh apps outside the project, like `create-next-app` and `shadcn init` do. */
import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A kind of app to copy the kit into. */
export interface Variant {
  name: string
  template: 'next-app' | 'vite-app'
  /** Target folder of the alias: the root, or `src`. */
  base: '' | 'src'
  /** First character of the aliases. */
  sign: '@' | '~'
  /** Aliases of components.json, without that character. */
  aliases: { components: string; ui: string; lib: string; utils: string; hooks: string }
  rtl?: true
  /**
   * Style of shadcn. Names with `base-` use Base UI.
   * @default `new-york`, on Radix
   */
  style?: string
  /** A package.json for an app without installed packages. By default packages and files come from the template. */
  manifest?: object
}

/** An app on disk. */
export interface App extends Variant {
  folder: string
  /** Path of its App Router or its source. */
  source: string
  css: string
  /** Returns the path in the app of a kit file such as `@/lib/x.ts`. */
  toPath: (file: string) => string
  /** Rewrites imports from `@/…` to the app's aliases. */
  ownImports: (code: string) => string
  remove: () => void
}

/** Aliases that `shadcn init` suggests. */
export const usualAliases: Variant['aliases'] = {
  components: 'components', ui: 'components/ui', lib: 'lib', utils: 'lib/utils', hooks: 'hooks',
}

/** Compiler flags for the copied files in every app, in addition to those of its template. */
const strictFlags = {
  strict: true, exactOptionalPropertyTypes: true, noPropertyAccessFromIndexSignature: true, noUncheckedIndexedAccess: true,
  noImplicitReturns: true,
}

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../..')

/** Links every file like `cp -al` does, or copies it to another file system. */
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
  // Same files as create-next-app and create-vite.
  if (template === 'next-app') {
    const options = {
      target: 'ES2017', lib: ['dom', 'dom.iterable', 'esnext'], allowJs: true, esModuleInterop: true, resolveJsonModule: true,
      isolatedModules: true, incremental: true, plugins: [{ name: 'next' }],
    }
    const include = ['next-env.d.ts', '**/*.ts', '**/*.tsx', '.next/types/**/*.ts', '.next/dev/types/**/*.ts', '**/*.mts']
    return { compilerOptions: { ...options, ...shared }, include, exclude: ['node_modules'] }
  }
  const options = {
    // Oldest target among shadcn's templates for React Router, TanStack Start and monorepos.
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

/** Builds the stylesheet of `shadcn init`: with shadcn's tokens, without the kit's own. */
function stylesheet(): string {
  const theme = readFileSync(join(root, 'src/styles/theme.css'), 'utf8').replace(/^\s*--(?:color-)?status-.*\n/gm, '')
  return `@import 'tailwindcss';\n\n@custom-variant dark (&:is(.dark *));\n\n${theme.replace(/^\/\*[\s\S]*?\*\/\n/, '')}`
}

/** Copies a template with links to its packages. */
function copyTemplate(name: string, folder: string): void {
  const template = join(here, 'templates', name)
  const packages = join(template, 'node_modules')
  if (!existsSync(packages)) throw new Error(`The packages of ${template} are not installed. Run npm ci in that folder.`)
  cpSync(template, folder, { recursive: true, filter: (path) => !path.startsWith(packages) })
  linkTree(packages, join(folder, 'node_modules'))
  // npm writes into this file, which would change the template through a link.
  const list = join(folder, 'node_modules/.package-lock.json')
  const text = readFileSync(list)
  rmSync(list)
  writeFileSync(list, text)
}

/**
 * Creates a fresh app, with packages linked from the template unless it has its own manifest.
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
  const toPath = (file: string) => {
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
  return { ...variant, folder, source, css, toPath, ownImports, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
