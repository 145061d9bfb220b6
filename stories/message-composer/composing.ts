import { userEvent, type within } from 'storybook/test'
import { world } from '../../.storybook/world'

/** Two conversations of the mocked workspace. */
export const ID = '215471000000007'
export const OTHER = '215471000000016'

export type Canvas = ReturnType<typeof within>

interface Posted {
  path: string
  body: { message_type: string; body: string }
}
/** Returns the replies and notes sent to Intercom. */
export const listPosts = () => world.intercom.requests.filter(({ path }) => path.endsWith('/reply')) as unknown as Posted[]
export const field = (canvas: Canvas) => canvas.findByRole('textbox') as Promise<HTMLTextAreaElement>
/** Returns the pending and failed messages. */
export const findPending = (canvasElement: HTMLElement) => canvasElement.querySelectorAll('[data-slot=message-delivery]')
/** Finds the message with a text. */
export const findArticle = (canvas: Canvas, text: string) => canvas.getByText(text).closest('article') as HTMLElement

/** Types into the message field and returns it. */
export async function write(canvas: Canvas, text: string): Promise<HTMLTextAreaElement> {
  const element = await field(canvas)
  await userEvent.type(element, text)
  return element
}
export const send = () => userEvent.keyboard('{Control>}{Enter}{/Control}')
