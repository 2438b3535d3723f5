export * from './accounts';
export * from './analytics';
export * from './catalog';
export * from './collections';
export * from './operations';
export * from './purchases';
export * from './reviews';
export * from './shopping';
