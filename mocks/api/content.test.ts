import { describe, expect, it } from 'vitest'
import { createTestClient, type ResponseBody } from './test-client.ts'

const since216 = { 'Intercom-Version': '2.16' }
const getData = (body: ResponseBody) => (body as unknown as { data: { id: string; name: string }[] }).data

describe('macros', () => {
  it('has none before 2.16', async () => {
    expect((await createTestClient().send('GET', '/macros')).status).toBe(404)
  })

  it('lists every macro, newest first, page by page', async () => {
    const { intercom, send } = createTestClient()
    const names: string[] = []
    let path: string | null = '/macros?per_page=4'
    while (path) {
      const { body } = await send('GET', path, undefined, since216)
      names.push(...getData(body).map(({ name }) => name))
      const after: string | undefined = (body as unknown as { pages: { next: { starting_after: string } | null } }).pages.next?.starting_after
      path = after ? `/macros?per_page=4&starting_after=${encodeURIComponent(after)}` : null
    }
    expect(names[0]).toBe('Messenger greeting')
    expect(names.toSorted()).toEqual(intercom.workspace.macros.map(({ name }) => name).sort())
  })

  it("shows a team's macro only to the token's admin in that team", async () => {
    const { intercom, send } = createTestClient()
    const { id } = intercom.workspace.macros.find(({ visible_to }) => visible_to === 'specific_teams')!
    expect((await send('GET', `/macros/${id}`, undefined, since216)).status).toBe(404)
    intercom.workspace.viewer_id = intercom.workspace.admins.find(({ name }) => name === 'Kofi Mensah')!.id
    expect((await send('GET', `/macros/${id}`, undefined, since216)).body.id).toBe(id)
  })

  it('writes placeholders as elements into the body', async () => {
    const { intercom } = createTestClient()
    expect(intercom.workspace.macros[0]?.body).toContain('<p>Hi <attribute key="user.first_name" default="there"/>,</p>')
  })
})
