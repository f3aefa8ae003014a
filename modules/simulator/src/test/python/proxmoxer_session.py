"""A container from creation to deletion through Debian's python3-proxmoxer.

proxmoxer_session.py HOST:PORT USER PASSWORD NODE VMID TEMPLATE STORAGE
"""
import os
import sys
import tempfile
import time

from proxmoxer import ProxmoxAPI
from proxmoxer.core import ResourceException

host, user, password, node, vmid, template, storage = sys.argv[1:]
vmid = int(vmid)
api = ProxmoxAPI(host, user=user, password=password, verify_ssl=False, timeout=30)


def finished(upid):
    for _ in range(600):
        status = api.nodes(upid.split(":")[1]).tasks(upid).status.get()
        if status["status"] == "stopped":
            if status["exitstatus"] != "OK":
                sys.exit("%s ended with %s" % (upid, status["exitstatus"]))
            return
        time.sleep(0.05)
    sys.exit("%s does not end" % upid)


assert node in [n["node"] for n in api.nodes.get()]
assert api.version.get()["release"]
assert vmid not in [int(c["vmid"]) for c in api.nodes(node).lxc.get()]
finished(api.nodes(node).lxc.create(vmid=vmid, hostname="proxmoxer-ct", ostemplate=template, memory=128, rootfs="%s:1" % storage,
                                    net0="name=eth0,bridge=vmbr0,ip=10.10.0.5/24,gw=10.10.0.1", unprivileged=1, password="changeme"))
assert api.nodes(node).lxc(vmid).config.get()["hostname"] == "proxmoxer-ct"
finished(api.nodes(node).lxc(vmid).status.start.post())
assert api.nodes(node).lxc(vmid).status.current.get()["status"] == "running"
try:
    api.nodes(node).lxc(vmid).status.start.post()
    sys.exit("a running container started again")
except ResourceException as e:
    assert "already running" in str(e), e
finished(api.nodes(node).lxc(vmid).status.stop.post())
api.nodes(node).lxc(vmid).config.put(memory=192, delete="net0")
finished(api.nodes(node).lxc(vmid).delete())
assert vmid not in [int(c["vmid"]) for c in api.nodes(node).lxc.get()]

storage_files = api.nodes(node).storage("local")
with tempfile.TemporaryDirectory() as folder:
    image = os.path.join(folder, "proxmoxer.iso")
    with open(image, "wb") as out:
        out.write(os.urandom(700_000))
    with open(image, "rb") as sent:
        finished(storage_files.upload.post(content="iso", filename=sent))
assert any(c["volid"] == "local:iso/proxmoxer.iso" and c["size"] == 700_000 for c in storage_files.content.get(content="iso"))
finished(storage_files.content("local:iso/proxmoxer.iso").delete())

machine = vmid + 1
finished(api.nodes(node).qemu.create(vmid=machine, name="proxmoxer-vm", scsi0="local-lvm:1"))
finished(api.nodes(node).qemu(machine).move_disk.post(disk="scsi0", storage=storage, delete=1))
finished(api.nodes(node).vzdump.post(vmid=machine, storage="local", mode="stop", compress="zstd"))
archive = storage_files.content.get(content="backup", vmid=machine)[0]["volid"]
assert "name: proxmoxer-vm" in api.nodes(node).vzdump.extractconfig.get(volume=archive)
assert api.nodes(node).qemu(machine).firewall.rules.get() == []
other = [n["node"] for n in api.nodes.get() if n["node"] != node][0]
assert other in api.nodes(node).qemu(machine).migrate.get()["allowed_nodes"]
finished(api.nodes(node).qemu(machine).migrate.post(target=other))
finished(api.nodes(other).qemu(machine).delete())
finished(api.nodes(node).qemu.create(vmid=machine, archive=archive, unique=1))
finished(api.nodes(node).qemu(machine).delete())

token = api.access.users(user).token("proxmoxer").create(privsep=0)
by_token = ProxmoxAPI(host, user=user, token_name="proxmoxer", token_value=token["value"], verify_ssl=False, timeout=30)
assert node in [n["node"] for n in by_token.nodes.get()]
api.access.users(user).token("proxmoxer").delete()
print("proxmoxer session done")
