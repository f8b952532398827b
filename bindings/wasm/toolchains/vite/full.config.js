export default { build: { rollupOptions: { input: 'full.html' } } }
