import { Hono } from 'hono';

const app: Hono = new Hono();

app.get('/', (context) => context.text('hello'));

Deno.serve({ port: Number(Deno.env.get('PORT') ?? 8000) }, app.fetch);
