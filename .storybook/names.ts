/**
 * Lists what is wrong with names and ways out of the rendered parts: a tooltip that repeats the name, which screen readers
 * then read twice; two messages of a day with the same label; a dialog without a close button.
 */
export function findNameProblems(root: ParentNode): string[] {
  const problems: string[] = []
  for (const control of root.querySelectorAll(':is(a, button, input, select, textarea, [role])[title]')) {
    const name = control.getAttribute('aria-label') ?? control.textContent.trim()
    if (name === control.getAttribute('title')) problems.push(`"${name}" is both the name and the title of ${control.outerHTML.slice(0, 200)}`)
  }
  for (const log of root.querySelectorAll('[role="log"]')) {
    let labels = new Set<string>()
    for (const part of log.querySelectorAll('article, [data-variant="day"]')) {
      const label = part.getAttribute('aria-label')
      if (part.matches('[data-variant]')) labels = new Set()
      if (label && labels.has(label)) problems.push(`Two messages of a day are labelled "${label}".`)
      if (label) labels.add(label)
    }
  }
  for (const dialog of root.querySelectorAll('[role="dialog"][data-slot]')) {
    if (!dialog.querySelector('button:has(.lucide-x)')) problems.push(`The dialog "${dialog.textContent.slice(0, 60)}" has no close button.`)
  }
  return problems
}
