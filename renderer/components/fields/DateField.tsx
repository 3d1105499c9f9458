import { type CalendarDate, parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Heading,
  Label,
  Popover,
} from 'react-aria-components';
import { impossibleDay } from './typed-day';
import './fields.css';
import '../overlays/overlays.css';

interface DateFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** `YYYY-MM-DD`, or null. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  /** `YYYY-MM-DD`: the first day that can be meant, such as today for what is still to come. */
  readonly notBefore?: string;
  readonly problem?: string | null;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  readonly onEnter?: () => void;
  readonly onEscape?: () => void;
}

const earliest = parseDate('1900-01-01');
const latest = parseDate('2100-12-31');

/** The date of `YYYY-MM-DD`, or null for what is not a day at all. */
function dateOf(day: string | null): CalendarDate | null {
  try {
    return day === null ? null : parseDate(day);
  } catch {
    return null;
  }
}

/** What stands in the parts of the field, which for a moment may be no day at all. */
function typedIn(field: Element): string | null {
  const part = (name: string) => {
    const value = field.querySelector(`[data-type=${name}]`)?.getAttribute('aria-valuenow') ?? null;
    return value === null ? null : Number(value);
  };
  return impossibleDay({ day: part('day'), month: part('month'), year: part('year') });
}

/** A day, typed as day, month and year in that order, or picked from a calendar that begins on Monday. */
export function DateField({
  label,
  isLabelHidden,
  value,
  onChange,
  notBefore,
  problem,
  autoFocus,
  isDisabled,
  onEnter,
  onEscape,
}: DateFieldProps) {
  const date = dateOf(value);
  const [impossible, setImpossible] = useState<string | null>(null);
  const hasPassed = notBefore !== undefined && value !== null && value < notBefore;
  const first = dateOf(notBefore ?? null);
  const isOutside = date !== null && (date.compare(earliest) < 0 || date.compare(latest) > 0);
  // Taken before the part sees it, for that keeps Enter to itself and goes on to the next part.
  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLElement) || event.target.role !== 'spinbutton') return;
    const wrong = typedIn(event.currentTarget);
    setImpossible(wrong);
    if (!onEnter && wrong === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (wrong === null) onEnter?.();
  };
  const wrongNow = problem ?? impossible;
  return (
    <DatePicker
      className="field"
      value={date}
      onChange={(chosen) => onChange(chosen ? chosen.toString() : null)}
      granularity="day"
      firstDayOfWeek="mon"
      shouldForceLeadingZeros
      isInvalid={Boolean(wrongNow) || isOutside || hasPassed}
      validationBehavior="aria"
      {...(first ? { minValue: first } : {})}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...(autoFocus ? { autoFocus } : {})}
      {...(isDisabled ? { isDisabled } : {})}
    >
      {isLabelHidden ? null : <Label>{label}</Label>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens on behalf of the parts inside it */}
      <div
        role="presentation"
        onKeyDownCapture={onKeyDownCapture}
        // On leaving, the field itself turns 31 February into the 28th. That is never done unsaid.
        onBlurCapture={(event) => setImpossible(typedIn(event.currentTarget))}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && event.target instanceof HTMLElement && event.target.role === 'spinbutton') onEscape?.();
        }}
      >
        <Group className="field-input date-input">
          <DateInput className="date-segments">{(segment) => <DateSegment segment={segment} className="date-segment" />}</DateInput>
          <Button>
            <CalendarDays aria-hidden />
          </Button>
        </Group>
      </div>
      <FieldError className="field-problem">
        {wrongNow ?? (hasPassed && !isOutside ? 'This day has passed' : 'This date is not between 1900 and 2100')}
      </FieldError>
      <Popover className="popover" offset={4}>
        <Dialog className="calendar">
          <MonthGrid />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

function MonthGrid() {
  return (
    <Calendar firstDayOfWeek="mon">
      <header>
        <Button slot="previous" className="icon-button">
          <ChevronLeft aria-hidden />
        </Button>
        <Heading />
        <Button slot="next" className="icon-button">
          <ChevronRight aria-hidden />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
