import { Hono } from 'hono';

const app: Hono = new Hono();

app.get('/', (context) => context.text('hello'));

export default app;
