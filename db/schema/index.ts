export * from './accounts';
export * from './analytics';
export * from './catalog';
export * from './operations';
export * from './purchases';
export * from './reviews';
