"""Makes a client with openapi-python-client, signs in with a token and provisions a VM.

Arguments: the address of the server, the folder to make the client in. The token is in TOKEN.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

base, folder = sys.argv[1], Path(sys.argv[2])
generator = Path(sys.executable).with_name("openapi-python-client")
made = subprocess.run(
    [generator, "generate", "--url", base + "/openapi.json", "--output-path", folder / "direttore_api", "--meta", "none"],
    check=True,
    capture_output=True,
    text=True,
)
# What it cannot read is text that no client reads by schema.
left_out = [line for line in made.stdout.splitlines() if line.startswith("WARNING parsing")]
assert set(left_out) <= {
    "WARNING parsing GET /openapi.yaml within server.",
    "WARNING parsing GET /api/audit.jsonl within audit.",
}, made.stdout

sys.path.insert(0, str(folder))
from direttore_api import AuthenticatedClient, Client  # noqa: E402
from direttore_api.api.access import show_session  # noqa: E402
from direttore_api.api.guests import act_on_vm, create_vm, show_vm  # noqa: E402
from direttore_api.api.operations import show_operation  # noqa: E402
from direttore_api.models import ActOnVmAction, NewVm, OperationStatus, Problem  # noqa: E402

nobody = show_session.sync(client=Client(base_url=base))
assert isinstance(nobody, Problem) and nobody.type_.endswith(":not-signed-in"), nobody

client = AuthenticatedClient(base_url=base, token=os.environ["TOKEN"])
assert show_session.sync(client=client).name == "admin"


def awaited(accepted):
    for _ in range(600):
        operation = show_operation.sync(accepted.operation, client=client)
        if operation.status not in (OperationStatus.QUEUED, OperationStatus.RUNNING):
            assert operation.status == OperationStatus.SUCCEEDED, operation
            return operation
        time.sleep(0.1)
    raise AssertionError("the operation does not end")


order = NewVm(name="by-python", disk="1G", storage="local-lvm", cores=2, memory=256, start_after_create=True)
vmid = awaited(create_vm.sync("pve1", client=client, body=order)).vmid
vm = show_vm.sync("pve1", vmid, client=client)
assert (vm.name, vm.status) == ("by-python", "running"), vm
for action in (ActOnVmAction.STOP, ActOnVmAction.DELETE):
    awaited(act_on_vm.sync("pve1", vmid, action, client=client))
print("made, started, stopped and deleted", vmid)
