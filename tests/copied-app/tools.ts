/** Checks the registry with shadcn's own validation, and an assistant's way through shadcn's MCP server. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { tool } from './add.ts'
import { makeApp, usualAliases, type App } from './apps.ts'
import { must } from './checks.ts'
import { run } from './commands.ts'
import { makeManifest, registryEnvironment } from './managers.ts'
import type { Registries } from './registries.ts'
import type { Plan } from './variants.ts'

/** Name of the registry in an app's `components.json`, as documented. */
const NAMESPACE = '@intercom-kit'

/** Milliseconds until the server must have answered all questions. */
const PATIENCE = 60_000

type Question = [name: string, args: object]

/** Asks shadcn's MCP server in an app's folder, and returns its texts. */
async function askServer(app: App, { shadcnUrl }: Registries, questions: Question[]): Promise<string[]> {
  const server = spawn(process.execPath, [tool, 'mcp'], {
    cwd: app.folder, stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, REGISTRY_URL: shadcnUrl },
  })
  const timer = setTimeout(() => server.kill(), PATIENCE)
  const send = (message: object) => server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  send({ id: 0, method: 'initialize', params: { protocolVersion: '2025-03-26', capabilities: {}, clientInfo: { name: 'test', version: '1' } } })
  const texts: string[] = []
  for await (const line of createInterface(server.stdout)) {
    const { id, result } = JSON.parse(line) as { id?: number; result?: { content?: { text: string }[] } }
    if (id === undefined) continue
    if (id === 0) send({ method: 'notifications/initialized' })
    else texts.push(result?.content?.map(({ text }) => text).join('\n') ?? line)
    const question = questions[id]
    if (!question) break
    send({ id: id + 1, method: 'tools/call', params: { name: question[0], arguments: question[1] } })
  }
  clearTimeout(timer)
  server.kill()
  must(texts.length === questions.length, `shadcn's MCP server answered ${texts.length} of ${questions.length} questions.`)
  return texts
}

/** Lists the checks of the registry with shadcn's tools. */
export async function planTools(registries: Registries, name: string): Promise<Plan> {
  const app = makeApp({ name, template: 'next-app', base: '', sign: '@', aliases: usualAliases, manifest: makeManifest() })
  const components = join(app.folder, 'components.json')
  const registryUrl = registries.getItemUrl('registry')
  const itemPattern = registries.getItemUrl('{name}')
  writeFileSync(components, JSON.stringify({ ...JSON.parse(readFileSync(components, 'utf8')), registries: { [NAMESPACE]: itemPattern } }))
  let command = ''
  return {
    checks: [
      {
        name: 'shadcn registry validate',
        async run() {
          // Validation also reads the files of the items, by their paths in this project.
          const file = '.cache/tests/registry.json'
          mkdirSync(dirname(file), { recursive: true })
          writeFileSync(file, await (await fetch(registryUrl)).text())
          const { code, output } = await run([tool, 'registry', 'validate', file], { cwd: process.cwd() })
          const checked = /Checked 1 registry file and (\d+) items/.exec(output)?.[1]
          must(code === 0 && Number(checked) === registries.items.length, `shadcn registry validate exited with ${code}:\n${output}`)
          return `${checked} items`
        },
      },
      {
        name: "shadcn's MCP server lists every item",
        isNeeded: true,
        async run() {
          const item = `${NAMESPACE}/help-button`
          const [list, details, added] = await askServer(app, registries, [
            ['list_items_in_registries', { registries: [NAMESPACE], limit: 0 }],
            ['view_items_in_registries', { items: [item] }],
            ['get_add_command_for_items', { items: [item] }],
          ])
          const missing = registries.items.filter((each) => !list!.includes(`add ${NAMESPACE}/${each.name}\``))
          must(missing.length === 0, `The list lacks ${missing.map((each) => each.name).join(', ')}:\n${list}`)
          must(details!.includes('A button that opens the Messenger'), `The details of ${item} are:\n${details}`)
          command = /^npx shadcn@latest (add .+)$/m.exec(added!)?.[1] ?? ''
          must(command === `add ${item}`, `The command is not the one for ${item}:\n${added}`)
        },
      },
      {
        name: 'the command that it names adds the item',
        async run() {
          const env = { REGISTRY_URL: registries.shadcnUrl, ...registryEnvironment() }
          const { code, output } = await run([tool, ...command.split(' ')], { cwd: app.folder, env, patience: 400 })
          const isThere = existsSync(app.toPath('components/intercom/help-button.tsx')) && existsSync(join(app.folder, 'node_modules/intercom-v0-kit/package.json'))
          must(code === 0 && isThere, `shadcn ${command} exited with ${code}:\n${output}`)
        },
      },
    ],
    stop: async () => {},
    remove: app.remove,
  }
}
