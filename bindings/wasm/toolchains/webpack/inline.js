import { init, validate } from 'rehabplan/inline'

const show = async () => {
  await init()
  return validate({ sag: { sagstype: 'revalidering' } }).conclusion
}
show().then((title) => (document.title = title), (error) => (document.title = `error: ${error.message}`))
