const Koa = require('koa');

const server = new Koa().listen(4000);
process.on('SIGTERM', () => server.close());
