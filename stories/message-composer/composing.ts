/** What the composer's stories do and look at. */
import { userEvent, type within } from 'storybook/test'
import { world } from '../../.storybook/world'

/** A conversation of the mocked workspace, and another one. */
export const ID = '215471000000007'
export const OTHER = '215471000000016'

/** What a story looks for things in. */
export type Canvas = ReturnType<typeof within>

interface Posted {
  path: string
  body: { message_type: string; body: string }
}
/** What was sent to Intercom: replies and notes. */
export const posts = () => world.intercom.requests.filter(({ path }) => path.endsWith('/reply')) as unknown as Posted[]
/** The field that a message is written in. */
export const field = (canvas: Canvas) => canvas.findByRole('textbox') as Promise<HTMLTextAreaElement>
/** The messages that are not sent yet, or were not. */
export const pending = (canvasElement: HTMLElement) => canvasElement.querySelectorAll('[data-slot=message-delivery]')
/** The message with this text. */
export const articleOf = (canvas: Canvas, text: string) => canvas.getByText(text).closest('article') as HTMLElement

/** Types into the field. @returns it */
export async function write(canvas: Canvas, text: string): Promise<HTMLTextAreaElement> {
  const element = await field(canvas)
  await userEvent.type(element, text)
  return element
}
/** Sends what is in the field, by keyboard. */
export const send = () => userEvent.keyboard('{Control>}{Enter}{/Control}')
