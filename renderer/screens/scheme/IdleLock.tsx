import { idleMinutes } from '../../../shared/rules/idle-lock';
import { Select } from '../../components/fields/Select';
import { Tick } from '../../components/fields/Tick';
import { Fetched } from '../../components/Loading';
import { useAction, useVerb } from '../../data/queries';

const minutesWords = (minutes: number) => `${minutes} minutes`;

/** After how long an unattended scheme locks itself on this computer. */
export function IdleLock() {
  const settings = useVerb('scheme', 'idleLock');
  const save = useAction('scheme', 'setIdleLock');
  return (
    <Fetched query={settings} what="the setting">
      {({ minutes, duringConference }) => {
        const change = (changed: { readonly minutes?: number; readonly duringConference?: boolean }) => {
          const chosen = idleMinutes.find((each) => each === (changed.minutes ?? minutes)) ?? 10;
          void save.run({ minutes: chosen, duringConference: changed.duringConference ?? duringConference }).then(() => settings.refetch());
        };
        return (
          <>
            <div className="scheme-fields">
              <Select
                label="Lock after"
                choices={idleMinutes.map((each) => ({ id: String(each), name: minutesWords(each) }))}
                value={String(minutes)}
                onChange={(id) => change({ minutes: Number(id) })}
              />
            </div>
            <Tick isOn={duringConference} onChange={(isOn) => change({ duringConference: isOn })}>
              Also while a running conference is on the screen
            </Tick>
            <p className="small mute">
              Without a key or a movement of the mouse for that long, the scheme locks; what was half typed is there again when it is
              opened. It locks at once when this computer is locked or put to sleep.
            </p>
          </>
        );
      }}
    </Fetched>
  );
}
