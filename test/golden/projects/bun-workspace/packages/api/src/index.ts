import { Hono } from "hono";
import { greet } from "shared";
const app = new Hono();
app.get("/", (c) => c.text(greet("ws")));
export default app;
