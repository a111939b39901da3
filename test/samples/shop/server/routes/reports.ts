import { exec } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Router, type Request, type Response } from 'express';

export const reportsRouter = Router();

/** Draws the sales chart of a month with the tool that finance already uses. */
reportsRouter.get('/chart', (req: Request, res: Response) => {
  const month = req.query.month;
  exec(`gnuplot -e "month='${month}'" reports/sales.gp`, (error, chart) => {
    if (error) {
      res.status(500).send('The chart could not be drawn.');
      return;
    }
    res.type('image/svg+xml').send(chart);
  });
});

reportsRouter.get('/terms', (_req: Request, res: Response) => {
  const terms = readFileSync('content/terms.html', 'utf8');
  res.type('html').send(terms);
});
