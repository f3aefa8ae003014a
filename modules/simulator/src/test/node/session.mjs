// A container from creation to deletion through the npm package proxmox-api.
// node session.mjs HOST PORT USER PASSWORD NODE VMID TEMPLATE STORAGE
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import proxmoxApi from 'proxmox-api';

process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; // the simulator's certificate is its own

const [host, port, username, password, node, id, ostemplate, storage] = process.argv.slice(2);
const vmid = Number(id);
const api = proxmoxApi({ host, port: Number(port), username, password });
const here = api.nodes.$(node);

async function finished(upid) {
  for (let i = 0; i < 600; i++) {
    const status = await here.tasks.$(upid).status.$get();
    if (status.status === 'stopped') {
      assert.equal(status.exitstatus, 'OK', upid);
      return;
    }
    await pause(50);
  }
  assert.fail(`${upid} does not end`);
}

const containers = async () => (await here.lxc.$get()).map((c) => Number(c.vmid));

assert.ok((await api.nodes.$get()).some((n) => n.node === node));
assert.ok(!(await containers()).includes(vmid));
await finished(
  await here.lxc.$post({
    vmid,
    ostemplate,
    hostname: 'npm-ct',
    memory: 128,
    rootfs: `${storage}:1`,
    net0: 'name=eth0,bridge=vmbr0,ip=dhcp',
    unprivileged: true,
    password: 'changeme',
  }),
);
assert.equal((await here.lxc.$(vmid).config.$get()).hostname, 'npm-ct');
await finished(await here.lxc.$(vmid).status.start.$post());
assert.equal((await here.lxc.$(vmid).status.current.$get()).status, 'running');
await assert.rejects(here.lxc.$(vmid).status.start.$post(), /already running/);
await finished(await here.lxc.$(vmid).status.stop.$post());
await finished(await here.lxc.$(vmid).$delete({ purge: true }));
assert.ok(!(await containers()).includes(vmid));
console.log('npm session done');
