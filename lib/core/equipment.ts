/** What a vehicle may have beyond its kind, in the order it is shown: the words of the database. */
export const EQUIPMENT = [
  'tow_bar',
  'roof_rack',
  'bike_rack',
  'winter_tyres',
  'four_wheel_drive',
  'isofix',
  'navigation',
  'rear_camera',
  'cruise_control',
  'heated_seats',
  'wheelchair_ramp',
  'tail_lift',
  'dog_guard',
] as const
export type Equipment = (typeof EQUIPMENT)[number]
