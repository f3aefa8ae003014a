"""Makes a client with openapi-generator, signs in with a token and provisions a container.

Arguments: the address of the server, the folder to make the client in, the generator's jar.
The token is in TOKEN, the Java to use in JAVA.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

base, folder, jar = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
subprocess.run(
    [os.environ["JAVA"], "-XX:TieredStopAtLevel=1", "-jar", jar, "generate", "--generator-name", "python"]
    + ["--input-spec", base + "/openapi.json", "--output", folder]
    + ["--additional-properties", "packageName=direttore_client"]
    + ["--global-property", "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false"],
    check=True,
    stdout=subprocess.DEVNULL,
)

sys.path.insert(0, str(folder))
import direttore_client  # noqa: E402
from direttore_client.exceptions import UnauthorizedException  # noqa: E402

with direttore_client.ApiClient(direttore_client.Configuration(host=base)) as nobody:
    try:
        direttore_client.AccessApi(nobody).show_session()
        raise AssertionError("let in without a token")
    except UnauthorizedException as e:
        assert e.data.type.endswith(":not-signed-in"), e.data

configuration = direttore_client.Configuration(host=base, access_token=os.environ["TOKEN"])
with direttore_client.ApiClient(configuration) as client:
    assert direttore_client.AccessApi(client).show_session().name == "admin"
    guests, operations = direttore_client.GuestsApi(client), direttore_client.OperationsApi(client)

    def awaited(accepted):
        for _ in range(600):
            operation = operations.show_operation(accepted.operation)
            if operation.status not in ("queued", "running"):
                assert operation.status == "succeeded", operation
                return operation
            time.sleep(0.1)
        raise AssertionError("the operation does not end")

    order = direttore_client.NewContainer(
        hostname="by-generator",
        storage="local-lvm",
        template="local:vztmpl/debian-12-standard_12.7-1_amd64.tar.zst",
        disk_size=2,
        start_after_create=True,
    )
    vmid = awaited(guests.create_container("pve1", order)).vmid
    container = guests.show_container("pve1", vmid)
    assert (container.name, container.status) == ("by-generator", "running"), container
    for action in ("stop", "delete"):
        awaited(guests.act_on_container("pve1", vmid, action))
    print("made, started, stopped and deleted", vmid)
