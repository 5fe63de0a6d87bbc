/** Which way the tests' requests go: past Yoga's HTTP layer, as they do by default, or through it. The project `yoga` sets it. */
export const YOGAS_WAY = { GATEWAY_WAY: 'yoga' } as const;

/** For `createGateway`. */
export const way = { direct: process.env.GATEWAY_WAY !== YOGAS_WAY.GATEWAY_WAY } as const;
