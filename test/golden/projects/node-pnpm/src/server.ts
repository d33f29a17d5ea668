import fastify from 'fastify';

const app = fastify();
app.get('/', async () => 'hello');
await app.listen({ host: '0.0.0.0', port: Number(process.env.PORT ?? 8000) });
