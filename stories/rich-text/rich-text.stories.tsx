import { expect, waitFor } from 'storybook/test'
import { RichText } from '@/components/intercom/rich-text'
import { parseRichText } from 'intercom-v0-kit/rich-text'
import { onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { arabic, email, everything, images, links, worst } from './bodies.ts'

/** A message body, parsed on the server into a closed tree and rendered as React elements. */
const meta = preview.meta({
  title: 'Inbox/RichText',
  component: RichText,
  args: { nodes: parseRichText(everything) },
  decorators: [
    (Story) => (
      <div className="m-4 w-fit max-w-md min-w-0 rounded-xl bg-muted px-3 py-2 text-foreground">
        <Story />
      </div>
    ),
  ],
})

export const Default = meta.story({
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('heading', { level: 3 })).toHaveLength(2)
    await expect(canvas.getByRole('group', { name: 'Code' })).toHaveAttribute('tabindex', '0')
    await expect(canvas.getByRole('link', { name: 'the documentation' })).toHaveAttribute('title', 'docs.example.com')
  },
})

/** The quoted part is folded. */
export const QuotedEmail = meta.story({
  name: 'Quoted email',
  args: { nodes: parseRichText(email) },
  play: async ({ canvas, userEvent }) => {
    const quote = canvas.getByText(/The limit of 10,000 rows/)
    await expect(quote).not.toBeVisible()
    await userEvent.click(canvas.getByText('Show quoted text'))
    await expect(quote).toBeVisible()
    await userEvent.click(canvas.getByText('Hide quoted text'))
    await expect(quote).not.toBeVisible()
  },
})

/** Each picture is a chip until it loads. Small pictures keep their size. */
export const Images = meta.story({ name: 'Images, not loaded', args: { nodes: parseRichText(images) } })

/** Images from hosts that the app trusts load at once. */
export const TrustedImages = meta.story({
  name: 'Images from trusted hosts',
  args: { nodes: parseRichText(images), imageHosts: ['*.intercomcdn.com'] },
  play: async ({ canvas }) => {
    const chart = await canvas.findByRole('img', { name: 'The usage chart, empty' })
    await waitFor(() => expect(chart).toBeVisible())
    await expect(canvas.getAllByRole('button', { name: /Load image.*uploads\.example\.com/ })).toHaveLength(2)
  },
})

/** A click on the chip shows the image, and another opens it in full size. */
export const ImageLoaded = meta.story({
  name: 'Image loaded',
  args: { nodes: parseRichText(images) },
  play: async ({ canvas, userEvent }) => {
    const button = canvas.getByRole('button', { name: /Load image.*The usage chart/ })
    const box = button.closest('[data-slot=rich-text-image]')!
    await expect(box.firstElementChild!.getBoundingClientRect().height).toBe(56)
    await userEvent.click(button)
    const image = await canvas.findByRole('img', { name: 'The usage chart, empty' })
    await waitFor(() => expect(box).toHaveAttribute('data-state', 'loaded'))
    await expect(image.closest('a')).toHaveFocus()
    await expect(image).toHaveAttribute('referrerpolicy', 'no-referrer')
    const { width, height } = box.firstElementChild!.getBoundingClientRect()
    await expect(width / height).toBeCloseTo(16 / 9, 1)
  },
})

/** The image's URL has expired. */
export const ImageFailed = meta.story({
  name: 'Image failed',
  args: { nodes: parseRichText('<img src="https://gone.invalid/screenshot.png" width="480" height="270" alt="Screenshot">') },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /Load image/ }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent("didn't load")
    await expect(canvas.getByRole('button', { name: /Try again/ })).toHaveFocus()
  },
})

/** A link with misleading text shows its real address. */
export const Links = meta.story({
  args: { nodes: parseRichText(links) },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link', { name: /mybank\.example\/login \(attacker\.test\)/ })).toBeVisible()
    await expect(canvas.getByText(/not a link/).closest('a')).toBeNull()
  },
})

/** Each paragraph, list, quote and table follows the direction of its own text. */
export const Arabic = meta.story({ args: { nodes: parseRichText(arabic) } })

export const RightToLeft = meta.story({
  name: 'Right to left',
  args: { nodes: parseRichText(arabic + email) },
  globals: { dir: 'rtl', locale: 'ar' },
})

export const Dark = meta.story({ globals: { theme: 'dark' } })
export const Phone = meta.story(onPhone)

/** Long words, URLs, tables and code don't widen the message. */
export const Stress = meta.story({
  args: { nodes: parseRichText(worst) },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth)
    // Scrollable parts become tab stops after they are measured.
    await waitFor(async () => {
      const boxes = [...canvasElement.querySelectorAll('.overflow-x-auto')]
      const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth)
      await expect(wide.length).toBeGreaterThan(0)
      await expect(canvas.getAllByRole('group').filter((group) => wide.includes(group))).toHaveLength(wide.length)
    })
  },
})

export const OnPrimary = meta.story({
  name: 'On the primary colour',
  args: { nodes: parseRichText(links + email), className: 'rounded-lg bg-primary p-3 text-primary-foreground' },
})
