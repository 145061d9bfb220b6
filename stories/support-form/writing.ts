import { userEvent, type within } from 'storybook/test'
import { world } from '../../.storybook/world.ts'

type Canvas = ReturnType<typeof within>

/** Returns the requests to Intercom that start a conversation of a customer. */
export const listStarts = () => world.intercom.requests.filter(({ method, path }) => method === 'POST' && path === '/conversations')

/** Types a subject and a message. */
export async function fill(canvas: Canvas): Promise<void> {
  await userEvent.type(await canvas.findByLabelText('Subject'), 'Missing invoice')
  await userEvent.type(canvas.getByLabelText('Message'), 'October is not in the list.')
}

/** Presses the button that sends, by its name or itself. */
export async function press(canvas: Canvas, button: string | HTMLElement = 'Send'): Promise<void> {
  await userEvent.click(typeof button === 'string' ? canvas.getByRole('button', { name: button }) : button)
}
