import { expect, fn, waitFor } from 'storybook/test'
import { ConversationList } from '@/components/intercom/conversation-list'
import { notPictured, pictured } from '../../.storybook/modes'
import preview from '../../.storybook/preview'

/** The toolbar sets theme, width, language, direction, density, pointer, text size, contrast and Intercom's condition. A story's own values win. */
const meta = preview.meta({
  title: 'Developers/Toolbar',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: ConversationList,
  args: { onSelect: fn(), className: 'h-dvh max-w-sm border-e' },
  parameters: notPictured,
})

/** Intercom responds after three seconds, the Messenger after two. */
export const IntercomIsSlow = meta.story({
  name: 'Intercom is slow',
  globals: { intercom: 'slow' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Loading conversations')
    await expect(canvas.queryByRole('listitem')).toBeNull()
    await expect((await canvas.findAllByRole('listitem')).length).toBeGreaterThan(0)
  },
})

export const IntercomIsRateLimited = meta.story({
  name: 'Intercom is rate limited',
  globals: { intercom: 'rate limited' },
  play: async ({ canvas }) => {
    const alert = await canvas.findByRole('alert', {}, { timeout: 30_000 })
    await expect(alert).toHaveTextContent('Intercom is asking us to slow down')
  },
})

export const IntercomIsDown = meta.story({
  name: 'Intercom is down',
  globals: { intercom: 'down' },
  play: async ({ canvas }) => {
    const alert = await canvas.findByRole('alert', {}, { timeout: 30_000 })
    await expect(alert).toHaveTextContent("Intercom isn't responding")
  },
})

/** Neither the app's routes nor the Messenger can be reached. */
export const Offline = meta.story({
  globals: { intercom: 'offline' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent("You're offline")
  },
})

/** The story's own fault applies instead of the toolbar's. */
export const OwnFaultCountsMore = meta.story({
  name: 'Parameters override the toolbar',
  globals: { intercom: 'offline' },
  parameters: { intercom: { app: 'malformed' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('We got an unexpected response')
  },
})

export const German = meta.story({
  tags: ['!behaviour'],
  parameters: pictured,
  globals: { locale: 'de' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('navigation', { name: 'Unterhaltungen' })).toBeVisible()
    await expect(document.documentElement).toHaveAttribute('lang', 'de')
    await expect((await canvas.findAllByText(/^Wartet/)).length).toBeGreaterThan(0)
  },
})

/** The direction follows the language unless the toolbar or the story sets it. */
export const Arabic = meta.story({
  tags: ['!behaviour'],
  parameters: pictured,
  globals: { locale: 'ar' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('navigation', { name: 'المحادثات' })).toBeVisible()
    await expect(document.documentElement).toHaveAttribute('dir', 'rtl')
    await canvas.findAllByRole('listitem')
  },
})

export const Japanese = meta.story({
  tags: ['!behaviour'],
  parameters: pictured,
  globals: { locale: 'ja' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('navigation', { name: '会話' })).toBeVisible()
    await expect(document.documentElement).toHaveAttribute('dir', 'ltr')
    await canvas.findAllByRole('listitem')
  },
})

/** Measures a row's padding and height in pixels. */
const measureRow = async (item: HTMLElement) => {
  await waitFor(() => expect(item.offsetHeight).toBeGreaterThan(0))
  const row = item.querySelector<HTMLElement>('[data-slot=conversation-row]')!
  return { beside: Number.parseFloat(getComputedStyle(row).paddingInlineStart), height: item.offsetHeight }
}

/** `--spacing` is 4.5 pixels instead of 4. */
export const Comfortable = meta.story({
  tags: ['!behaviour'],
  parameters: pictured,
  globals: { density: 'comfortable' },
  play: async ({ canvas }) => {
    const [row] = await canvas.findAllByRole('listitem')
    await expect(await measureRow(row!)).toEqual({ beside: 13.5, height: 81 })
  },
})

/** `--spacing` is 3.5 pixels instead of 4, and the text keeps its size. */
export const Compact = meta.story({
  tags: ['!behaviour'],
  parameters: pictured,
  globals: { density: 'compact' },
  play: async ({ canvas }) => {
    const [row] = await canvas.findAllByRole('listitem')
    await expect(await measureRow(row!)).toEqual({ beside: 10.5, height: 63 })
  },
})

/** Looks of touch screens, on any device. */
export const Touch = meta.story({
  tags: ['!behaviour'],
  parameters: pictured,
  globals: { intercom: 'down', pointer: 'touch' },
  play: async ({ canvas }) => {
    const retry = await canvas.findByRole('button', { name: 'Try again' }, { timeout: 30_000 })
    await expect(retry.offsetHeight).toBe(40)
  },
})

/** Lines and secondary text of users who prefer more contrast. */
export const MoreContrast = meta.story({
  name: 'More contrast',
  tags: ['!behaviour'],
  parameters: pictured,
  globals: { contrast: 'more' },
  play: async ({ canvas }) => {
    await canvas.findAllByRole('listitem')
    await expect(getComputedStyle(document.documentElement).getPropertyValue('--border')).toMatch(/^(?:oklch\(0?\.6|oklch\(60%)/)
  },
})

/** Text at twice its size. */
export const LargeText = meta.story({
  name: 'Large text',
  tags: ['!behaviour'],
  parameters: pictured,
  globals: { text: '200' },
  play: async ({ canvas }) => {
    const [row] = await canvas.findAllByRole('listitem')
    await expect(Number.parseFloat(getComputedStyle(row!).fontSize)).toBe(32)
  },
})
