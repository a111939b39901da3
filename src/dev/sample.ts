// `npm run sample`: makes out/harbour-shop, the sample shop with its history.
import { makeSample } from './make-sample.ts';

const { folder, hasHistory } = await makeSample('test/samples/shop', 'out/harbour-shop');
console.log(`${folder} ${hasHistory ? 'with' : 'without'} history`);
