const fs = require('node:fs');
const express = require('express');

fs.mkdirSync('uploads', { recursive: true });

express()
  .get('/', (_, response) => response.send('hello'))
  .listen(process.env.PORT || 3000);
