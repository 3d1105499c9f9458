/** Where a case stands with the courts. Kept apart from the colour, which says how the person is doing. */
export const statutoryPositions = [
  'serving',
  'remand',
  'licence',
  'community-order',
  'suspended-order',
  'post-sentence',
  'youth-order',
  'voluntary',
] as const;
export type StatutoryPosition = (typeof statutoryPositions)[number];

export const statutoryPositionName: Readonly<Record<StatutoryPosition, string>> = {
  serving: 'Serving',
  remand: 'Remand',
  licence: 'Licence',
  'community-order': 'Community order',
  'suspended-order': 'Suspended order',
  'post-sentence': 'Post-sentence supervision',
  'youth-order': 'Youth order',
  voluntary: 'Voluntary',
};

export function isInCustody(position: StatutoryPosition | null): boolean {
  return position === 'serving' || position === 'remand';
}
