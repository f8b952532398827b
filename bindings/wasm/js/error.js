// What the package throws, but for a TypeError where no plan was given.

export class RehabplanError extends Error {
  name = 'RehabplanError'

  constructor(code, message) {
    super(message)
    this.code = code
  }
}
