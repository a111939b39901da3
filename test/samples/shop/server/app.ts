import express from 'express';
import { login } from './auth/session';
import { ordersRouter } from './routes/orders';
import { reportsRouter } from './routes/reports';
import { checkoutRouter } from './routes/checkout';

const app = express();
app.use(express.json());
app.post('/login', login);
app.use('/orders', ordersRouter);
app.use('/reports', reportsRouter);
app.use('/checkout', checkoutRouter);

const port = Number(process.env.PORT ?? 3000);
app.listen(port, () => console.info(`Harbour Shop listens on ${port}`));
