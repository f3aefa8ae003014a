"""A container from creation to deletion through Debian's python3-proxmoxer.

proxmoxer_session.py HOST:PORT USER PASSWORD NODE VMID TEMPLATE STORAGE
"""
import sys
import time

from proxmoxer import ProxmoxAPI
from proxmoxer.core import ResourceException

host, user, password, node, vmid, template, storage = sys.argv[1:]
vmid = int(vmid)
api = ProxmoxAPI(host, user=user, password=password, verify_ssl=False, timeout=30)


def finished(upid):
    for _ in range(600):
        status = api.nodes(node).tasks(upid).status.get()
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

token = api.access.users(user).token("proxmoxer").create(privsep=0)
by_token = ProxmoxAPI(host, user=user, token_name="proxmoxer", token_value=token["value"], verify_ssl=False, timeout=30)
assert node in [n["node"] for n in by_token.nodes.get()]
api.access.users(user).token("proxmoxer").delete()
print("proxmoxer session done")
