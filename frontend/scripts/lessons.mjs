// What the pictures of reservations show: the lessons of next week, and a lab that runs. Booked once; the next time they are there.
const DAY = 86_400_000;
const MINUTE = 60_000;
const MADE_WITHIN = 5 * MINUTE;

const devices = [
  ['sw1', ['cisco', 'rack-1']],
  ['sw2', ['cisco', 'rack-1']],
  ['sw3', ['cisco', 'rack-2']],
  ['fw1', ['juniper']],
];

/** Title, days after Monday, first and last hour, and what it claims. */
const lessons = [
  ['Routing with BGP', 0, 9, 12, [{ node: 'pve1', cores: 6, memory: 16_384 }, { device: 'sw1' }]],
  ['OSPF for beginners', 0, 10, 13, [{ node: 'pve1', cores: 4, memory: 8192 }]],
  ['Storage', 0, 14, 17, [{ node: 'pve2' }]],
  ['Exam', 1, 9, 13, [{ node: 'pve1' }]],
  ['Kubernetes workshop', 2, 9, 15, [{ node: 'pve1', cores: 8, memory: 24_576 }]],
  ['Routing with BGP', 2, 10, 12, [{ node: 'pve1', cores: 2, memory: 8192 }, { device: 'sw2' }]],
  ['Firewalls', 2, 11, 14, [{ node: 'pve2', cores: 4, memory: 8192 }, { device: 'fw1' }]],
  ['Database replication', 2, 13, 18, [{ node: 'pve1', cores: 4, memory: 8192 }]],
  ['Measurements', 3, 8, 18, [{ node: 'pve2' }]],
  ['Containers', 4, 9, 12, [{ node: 'pve1', cores: 4, memory: 4096 }]],
];
const lab = 'Lab of three';

/** Books what is shown, and answers the days that it is on and the page of one that runs. */
export async function lessonsAt(request, base) {
  const send = async (path, data) => request.post(base + path, { headers: { Origin: base }, data });
  const read = async (path) => (await request.get(base + path)).json();
  const book = async (order) => {
    const answer = await send('/api/reservations', order);
    if (!answer.ok()) {
      throw new Error(`${order.title} is not booked: ${await answer.text()}`);
    }
    return answer.json();
  };
  const today = new Date();
  const monday = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + 7 - ((today.getUTCDay() + 6) % 7));
  const on = (day) => new Date(monday + day * DAY).toISOString().slice(0, 10);
  const at = (day, hour) => new Date(monday + day * DAY + hour * 60 * MINUTE).toISOString();
  for (const [name, tags] of devices) {
    await send('/api/resources', { kind: 'device', name, tags });
  }
  const booked = await read(`/api/reservations?start=${at(0, 0)}&end=${at(7, 0)}`);
  for (const [title, day, from, to, claims] of booked.length > 0 ? [] : lessons) {
    await book({ title, start_dt: at(day, from), end_dt: at(day, to), claims });
  }
  const now = Date.now();
  const running = await read(`/api/reservations?start=${new Date(now).toISOString()}&end=${new Date(now + MINUTE).toISOString()}`);
  const { id } =
    running.find(({ title, parts }) => title === lab && parts.total > 0) ??
    (await book({
      title: lab,
      start_dt: new Date(now).toISOString(),
      end_dt: new Date(now + 120 * MINUTE).toISOString(),
      guests: [{ kind: 'vm', name: 'lab-{n}', count: 3, node: 'pve1', request: { cores: 1, memory: 1024, disk: '8G', storage: 'local-lvm' } }],
    }));
  for (let parts = {}; parts.ready !== 3 && Date.now() < now + MADE_WITHIN;) {
    await new Promise((later) => setTimeout(later, 1000));
    ({ parts } = await read(`/api/reservations/${id}`));
  }
  return { week: on(0), day: on(2), lab: `/reservations/${id}` };
}
