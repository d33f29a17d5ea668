const fs = require('node:fs');
const Koa = require('koa');

fs.mkdirSync('uploads', { recursive: true });
const server = new Koa().listen(process.env.PORT || 3000);
process.on('SIGTERM', () => server.close());
