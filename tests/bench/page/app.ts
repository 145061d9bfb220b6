/** Copies the inbox into a fresh Next.js app, beside an empty page, and starts it for production. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { add } from '../../copied-app/add.ts'
import { makeApp, usualAliases } from '../../copied-app/apps.ts'
import { setAuthorize, setVariables } from '../../copied-app/developer.ts'
import { installPackages } from '../../copied-app/packages.ts'
import { serveRegistries } from '../../copied-app/registries.ts'
import { buildNext, serveWorkspace, startNext, variables } from '../../copied-app/variants.ts'

const emptyPage = 'export default function Empty() {\n  return <h1>An empty page</h1>\n}\n'

/** Starts the app. @returns its address, and a function that stops and removes it */
export async function startInboxApp(): Promise<{ origin: string; stop: () => Promise<void> }> {
  installPackages(['', 'templates/next-app'])
  const registries = await serveRegistries()
  const workspace = await serveWorkspace()
  const app = makeApp({ name: 'bench', template: 'next-app', base: '', sign: '@', aliases: usualAliases })
  await add(app, registries, ['support-inbox'])
  registries.close()
  setVariables(app, { INTERCOM_ACCESS_TOKEN: variables.INTERCOM_ACCESS_TOKEN }, workspace.origin)
  setAuthorize(app, workspace.ids)
  const path = join(app.folder, app.source, 'empty/page.tsx')
  mkdirSync(dirname(path))
  writeFileSync(path, emptyPage)
  await buildNext(app)
  const server = await startNext(app, 'start')
  return {
    origin: server.address,
    async stop() {
      await server.stop()
      workspace.close()
      app.remove()
    },
  }
}
