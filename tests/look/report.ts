/** Renders the report of a comparison as one HTML page. */
import type { Difference } from './compare.ts'

const style = `
  :root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif }
  body { margin: 2rem auto; max-width: 1400px; padding-inline: 1rem }
  h2 { font-size: 1rem; margin-block: 2.5rem .5rem }
  small { opacity: .7; font-weight: 400 }
  .pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); gap: 1rem }
  figure { margin: 0 }
  img { max-width: 100%; outline: 1px solid color-mix(in srgb, currentColor 25%, transparent) }
  .slider { position: relative }
  .slider img + img { position: absolute; inset: 0; clip-path: inset(0 0 0 var(--at, 50%)) }
  .slider input { inline-size: 100% }
`

const figure = (title: string, source: string) =>
  `<figure><figcaption>${title}</figcaption><a href="${source}"><img loading="lazy" src="${source}" alt="${title}"></a></figure>`

function slider(name: string): string {
  return `<figure><figcaption>Slider</figcaption><div class="slider"><img loading="lazy" src="before/${name}" alt="Before">
    <img loading="lazy" src="after/${name}" alt="After"><input type="range" value="50" aria-label="How much of before"
    oninput="this.parentElement.style.setProperty('--at', this.value + '%')"></div></figure>`
}

function section({ name, state, pixels }: Difference): string {
  const title = `<h2>${name.replace(/\.png$/, '')} <small>${state}${state === 'changed' ? `, ${pixels} pixels` : ''}</small></h2>`
  const shown = {
    changed: [figure('Before', `before/${name}`), figure('After', `after/${name}`), figure('Difference', `difference/${name}`), slider(name)],
    new: [figure('After', `after/${name}`)],
    removed: [figure('Before', `before/${name}`)],
  }[state]
  return `${title}<div class="pictures">${shown.join('')}</div>`
}

/**
 * Renders the report.
 * @param base git revision of the base
 * @param total number of pictures
 * @returns HTML that expects the folders `before`, `after` and `difference` beside it
 */
export function report(differences: Difference[], base: string, total: number): string {
  const summary = `${differences.length} of ${total} pictures differ from ${base}`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${summary}</title><style>${style}</style><h1>${summary}</h1>${differences.map(section).join('\n')}</html>\n`
}
