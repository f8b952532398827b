import { init, validate } from 'rehabplan/full'

const show = async () => {
  await init()
  return validate({ sag: { sagstype: 'revalidering' } }, { lang: 'en', profiles: ['vejledning'] }).conclusion
}
show().then((title) => (document.title = title), (error) => (document.title = `error: ${error.message}`))
