import type { WidgetView } from './types.ts'

/** Called when the user opens or closes the panel. */
export interface PanelActions {
  open: () => void
  close: () => void
}

const css = `
  :host { --head: #2448c2; --accent: light-dark(#2448c2, #8fa6ff); --line: color-mix(in srgb, CanvasText 14%, transparent);
    --tint: color-mix(in srgb, CanvasText 6%, Canvas); --quiet: color-mix(in srgb, CanvasText 68%, Canvas);
    position: fixed; inset-block-end: 0; inset-inline-end: 0; font-size: 14px; line-height: 1.5; }
  button { font: inherit; cursor: pointer; color: inherit; background: none; border: 0; border-radius: 8px; }
  :is(button, textarea):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .launcher { position: fixed; inset-block-end: 20px; inset-inline-end: 20px; inline-size: 48px; block-size: 48px; padding: 0;
    border-radius: 50%; color: white; background: var(--head); box-shadow: 0 4px 16px color-mix(in srgb, black 24%, transparent); }
  .launcher::before { content: ''; display: block; inline-size: 20px; block-size: 15px; margin: 1px auto 0; border: 2px solid; border-radius: 8px 8px 8px 2px; }
  .badge { position: absolute; inset-block-start: -4px; inset-inline-end: -4px; min-inline-size: 20px; padding-inline: 5px; box-sizing: border-box;
    border-radius: 10px; font-size: 12px; line-height: 20px; font-weight: 600; color: white; background: #b3161f; }
  .panel { position: fixed; inset-block-end: 84px; inset-inline-end: 20px; box-sizing: border-box; inline-size: min(360px, calc(100vw - 40px));
    block-size: min(520px, calc(100vh - 104px)); display: flex; flex-direction: column; overflow: hidden;
    color: CanvasText; background: Canvas; border: 1px solid var(--line); border-radius: 16px;
    box-shadow: 0 12px 40px color-mix(in srgb, black 18%, transparent); }
  :host(.start) :is(.launcher, .panel) { inset-inline: 20px auto; }
  .header { padding: 16px 20px; color: white; background: linear-gradient(160deg, var(--head), #172d80); }
  .bar { display: flex; align-items: center; justify-content: space-between; gap: 12px; }
  .header button { min-block-size: 32px; margin-inline-end: -8px; padding: 0 8px; }
  .header button:hover { background: rgb(255 255 255 / 0.14); }
  .header button:focus-visible { outline-color: white; }
  h2, p { margin: 0; } h2 { display: flex; align-items: center; gap: 8px; font-size: 14px; font-weight: 600; }
  .faces { display: flex; }
  .face { inline-size: 28px; block-size: 28px; margin-inline-end: -8px; box-sizing: border-box; border: 2px solid white; border-radius: 50%; }
  .face:nth-child(1) { background: #f4c95d; } .face:nth-child(2) { background: #7cc6a4; } .face:nth-child(3) { margin-inline-end: 4px; background: #e88a8a; }
  .greeting { margin-block: 28px 8px; font-size: 24px; font-weight: 600; line-height: 1.25; max-inline-size: 11em; }
  .body { flex: 1; display: flex; flex-direction: column; gap: 12px; padding: 20px; overflow: auto; }
  .card { display: flex; flex-direction: column; padding: 14px 16px; border: 1px solid var(--line); border-radius: 12px; background: Canvas;
    box-shadow: 0 2px 8px color-mix(in srgb, black 8%, transparent); }
  .quiet { color: var(--quiet); } .strong { font-weight: 600; }
  textarea { box-sizing: border-box; min-block-size: 112px; margin-block-start: auto; font: inherit; resize: none; padding: 10px 12px;
    color: inherit; background: none; border: 1px solid var(--line); border-radius: 12px; }
  textarea:focus-visible { outline-offset: -1px; }
  .bubble { max-inline-size: 80%; padding: 8px 12px; border-radius: 14px; overflow-wrap: anywhere; background: var(--tint); align-self: flex-start; }
  .bubble.own { align-self: flex-end; color: white; background: var(--head); }
  .mark { padding-block: 8px; border-block-start: 1px solid var(--line); text-align: center; font-size: 12px; color: var(--quiet); }
`

function createElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> & { label?: string },
  ...children: Node[]
): HTMLElementTagNameMap[Tag] {
  const { label, ...rest } = properties
  const element = Object.assign(document.createElement(tag), rest)
  if (label) element.setAttribute('aria-label', label)
  element.append(...children)
  return element
}

const createText = (textContent: string, className = '') => createElement('p', { className, textContent })

function createBody({ place, text }: WidgetView): HTMLElement[] {
  switch (place) {
    case 'home':
      return [
        createElement('div', { className: 'card' }, createText('Send us a message', 'strong'), createText('We usually reply within minutes.', 'quiet')),
        createElement('div', { className: 'card' }, createText('Search for help', 'strong'), createText('Invite a teammate', 'quiet'), createText('Change your plan', 'quiet')),
      ]
    case 'messages':
      return [createText('Your conversations are here.', 'quiet')]
    case 'composer':
      return [createText('Write to us. We usually reply within minutes.', 'bubble'), createElement('textarea', { label: 'Message', value: text })]
    case 'sent':
      return [createText(text, 'bubble own'), createText('Sent. We usually reply within minutes.', 'bubble')]
    default:
      return [createText(`Here would be: ${place}.`, 'quiet')]
  }
}

function createPanel(view: WidgetView, { close }: PanelActions): HTMLElement {
  const faces = createElement('span', { className: 'faces' }, ...[1, 2, 3].map(() => createElement('span', { className: 'face' })))
  const titles: Record<string, string> = { home: 'Tidewater', messages: 'Messages', composer: 'Tidewater', sent: 'Tidewater' }
  const header = createElement(
    'div',
    { className: 'header' },
    createElement(
      'div',
      { className: 'bar' },
      createElement('h2', {}, faces, document.createTextNode(titles[view.place] ?? 'Help')),
      createElement('button', { type: 'button', className: 'close', textContent: 'Close', onclick: close }),
    ),
  )
  if (view.place === 'home') header.append(createText('Hi there. How can we help?', 'greeting'))
  const body = createElement('div', { className: 'body' }, ...createBody(view))
  const panel = createElement('section', { className: 'panel', label: 'Messenger' }, header, body, createText('Mock of the Messenger', 'mark'))
  panel.setAttribute('role', 'dialog')
  return panel
}

/** A small Messenger in a shadow root, so that its styles and the page's stay apart. */
export class Panel {
  private readonly container: HTMLElement
  private readonly root: ShadowRoot
  private readonly actions: PanelActions

  constructor(actions: PanelActions) {
    this.actions = actions
    this.container = createElement('div', { id: 'intercom-container' })
    this.root = this.container.attachShadow({ mode: 'open' })
  }

  /** Shows a view. `null` removes the panel and launcher. */
  show(view: WidgetView | null): void {
    if (!view) return this.container.remove()
    if (!this.container.isConnected) document.body.append(this.container)
    // Without `theme_mode`, follow the page's colour scheme.
    const { theme_mode: theme, alignment } = view.settings
    this.container.style.colorScheme = theme === 'system' ? 'light dark' : String(theme ?? '')
    this.container.classList.toggle('start', alignment === 'left')
    const children: Node[] = [createElement('style', { textContent: css })]
    if (view.isOpen) children.push(createPanel(view, this.actions))
    if (view.settings.hide_default_launcher !== true) {
      const label = view.unreadCount > 0 ? `Open the Messenger, ${view.unreadCount} unread` : 'Open the Messenger'
      const badge = view.unreadCount > 0 ? [createElement('span', { className: 'badge', textContent: String(view.unreadCount) })] : []
      const className = 'launcher intercom-lightweight-app-launcher'
      children.push(createElement('button', { type: 'button', className, label, onclick: this.actions.open }, ...badge))
    }
    this.root.replaceChildren(...children)
    if (view.place === 'composer' && view.isOpen) this.root.querySelector('textarea')?.focus()
  }
}
