import express from 'express';
import { priceOf } from '@shop/prices';

const app = express();
app.get('/', (request, response) => response.json({ tea: priceOf('tea') }));
app.listen(3000);
