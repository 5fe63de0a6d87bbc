/** `npm run build`: the gateway in dist. */
import { bundle } from './bundle.ts';

await bundle('src/server/main.ts', 'dist');
