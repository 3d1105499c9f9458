import { and, count, desc, eq, max, ne } from 'drizzle-orm';
import type { OtherInMeeting } from '../../shared/views/chairing';
import type { Reader } from '../connection';
import { instantOf } from '../log/stamp';
import { commits, conflicts, devices, people } from '../schema';

export function countConflicts(read: Reader): number {
  return read.select({ count: count() }).from(conflicts).get()?.count ?? 0;
}

/** Who recorded at a conference from another workstation than `me`, the latest first. */
export function othersInMeeting(read: Reader, meetingId: string, me: string): readonly OtherInMeeting[] {
  const last = max(commits.stamp);
  return read
    .select({ device: commits.device, personName: people.name, workstation: devices.name, last })
    .from(commits)
    .leftJoin(people, eq(people.id, commits.person))
    .leftJoin(devices, eq(devices.id, commits.device))
    .where(and(eq(commits.meeting, meetingId), ne(commits.device, me)))
    .groupBy(commits.device, commits.person)
    .orderBy(desc(last))
    .all()
    .flatMap(({ device, personName, workstation, last: stamp }) =>
      stamp === null ? [] : [{ device, personName: personName ?? '', workstation: workstation ?? '', lastAt: instantOf(stamp) }],
    );
}
