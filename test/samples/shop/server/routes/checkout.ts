import { Router, type Request, type Response } from 'express';
import { charge, sendReceipt } from '../payments/charge';
import { priceOf } from '../pricing/discounts';

export const checkoutRouter = Router();

checkoutRouter.post('/', async (req: Request, res: Response) => {
  const basket = req.body.basket;
  const total = priceOf(basket, req.body.customer);
  const payment = await charge(req.body.customer.id, total);
  sendReceipt(payment);
  res.status(201).json(payment);
});
