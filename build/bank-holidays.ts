import { runnerImport } from 'vite';

const file = '/shared/rules/bank-holidays.ts';

/** A plugin that works the list of bank holidays out while building, so that what is built holds only the days. */
export function bankHolidaysWorkedOut() {
  return {
    name: 'bank-holidays-worked-out',
    enforce: 'pre' as const,
    async load(id: string) {
      if (!id.endsWith(file)) return null;
      const { module } = await runnerImport<typeof import('../shared/rules/bank-holidays')>(id, { configFile: false, logLevel: 'error' });
      return `export const bankHolidays = ${JSON.stringify(module.bankHolidays)};`;
    },
  };
}
