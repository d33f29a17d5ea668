import { Elysia } from 'elysia';

process.on('SIGTERM', () => process.exit(0));
new Elysia().get('/', () => 'hello').listen(process.env.PORT ?? 4000);
