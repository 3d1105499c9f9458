export * from './actions';
export * from './agenda';
export * from './cases';
export * from './documents';
export * from './local';
export * from './meetings';
export * from './scheme';
