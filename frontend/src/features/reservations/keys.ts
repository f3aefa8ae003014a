/** The names under which reservations and what they claim are kept; lists begin with `lists`, what belongs to one with `any`. */
export const reservationKeys = {
  lists: ['reservations'],
  span: (from: number, to: number, cancelled: boolean) => ['reservations', 'span', from, to, cancelled],
  mine: ['reservations', 'mine'],
  preview: (order: object) => ['reservation-preview', order],
  any: ['reservation'],
  one: (id: number) => ['reservation', id],
  parts: (id: number) => ['reservation', id, 'parts'],
  latest: (id: number, etag: string, end: number | null) => ['reservation-latest', id, etag, end],
  everySeries: ['series'],
  series: (id: number) => ['series', id],
  change: (asked: string) => ['reservation-change', asked],
  resources: ['resources'],
  pools: ['pools'],
  feeds: ['calendar-feeds'],
  site: ['site-zone'],
  notices: ['notices'],
} as const;
