import { theScheme } from '../../../db/queries/document-facts';
import { colourMeaningsOf } from '../../../db/queries/scheme';
import type { PictureId } from '../../../shared/insight/picture';
import type { Quarter } from '../../../shared/insight/quarters';
import { termsOf } from '../../../shared/insight/terms';
import { colours } from '../../../shared/language/colour';
import type { IssuedDocument, QuarterlyReportView } from '../../documents/views';
import { insightPicture } from '../insight/insight';
import type { Session } from '../session';
import { documentScheme } from './parts';
import { forAnybodyToRead } from './shared-texts';

export interface ReportWish {
  readonly quarter: Quarter;
  readonly pictures: readonly PictureId[];
  readonly introduction: string;
}

/** A quarter of the whole scheme: each picture as Insight shows it for these days, small numbers kept back as there. */
export function quarterlyReportView(session: Session, wish: ReportWish, document: IssuedDocument): QuarterlyReportView {
  const { read } = session;
  const { from, to, name } = wish.quarter;
  const meanings = colourMeaningsOf(read);
  return {
    scheme: documentScheme(theScheme(read)),
    document,
    quarter: name,
    from,
    to,
    madeOn: session.today(),
    madeBy: session.me.name,
    introduction: forAnybodyToRead(session)(wish.introduction, true),
    pictures: wish.pictures.map((picture) => insightPicture(session, { picture, from, to, area: null, cohortPart: null })),
    meanings: colours.map((colour) => ({ colour, meaning: meanings[colour] })),
    terms: termsOf(wish.pictures),
  };
}
