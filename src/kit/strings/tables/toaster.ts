/** The English words of `Toaster`. */
export const toasterMessages = {
  label: 'Notifications (F6)',
  dismiss: 'Dismiss',
}
