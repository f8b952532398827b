// What the package throws, but for a TypeError where no plan was given.

export class RehabplanError extends Error {
  name = 'RehabplanError'

  constructor(code, message, reason, path) {
    super(message)
    Object.assign(this, { code, reason: reason || null, path: path || null })
  }
}
