/** 10th and 90th percentile of a Poisson count whose mean is itself lognormal around `mean` with spread `sigma`. */
export function predictiveInterval(mean: number, sigma: number): readonly [low: number, high: number] {
  const nodes = Array.from({ length: 41 }, (_, index) => -4 + index * 0.2);
  const weights = nodes.map((z) => Math.exp((-z * z) / 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const means = nodes.map((z) => mean * Math.exp(sigma * z - (sigma * sigma) / 2));
  const masses = means.map((each) => Math.exp(-each));
  let [cumulative, low] = [0, -1];
  for (let count = 0; count < 100_000; count++) {
    cumulative += masses.reduce((sum, mass, index) => sum + (mass * (weights[index] ?? 0)) / total, 0);
    if (low < 0 && cumulative >= 0.1) low = count;
    if (cumulative >= 0.9) return [low, count];
    means.forEach((each, index) => (masses[index] = ((masses[index] ?? 0) * each) / (count + 1)));
  }
  return [low, 100_000];
}
