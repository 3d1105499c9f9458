/**
 * Milliseconds of computing that some work takes this thread, the least of three goes. Unlike the time on the clock it does
 * not depend on what else the machine is doing.
 */
export function leastCpuMilliseconds(work: () => void): number {
  const goes = Array.from({ length: 3 }, () => {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...goes);
}
