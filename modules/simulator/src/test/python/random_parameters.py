"""Random parameter sets with the verdict of an independent validator, as JSON lines.

random_parameters.py PVECHECK SEED COUNT < names of methods, one "VERB /template" a line
"""
import importlib.util
import json
import random
import sys

TEXTS = ["", "0", "1", "2", "-1", "100", "99", "4095", "999999999", "1.5", "x", "lots", "true", "on", "a b", "a,b", "a;b",
         "local", "local:1", "local:iso/a.iso", "nowhere:1", "pve1", "-bad-", "bad_host", "host.example", "10.0.0.1", "10.0.0.1/24",
         "fe80::1/64", "dhcp", "auto", "virtio", "virtio,bridge=vmbr0", "virtio,bridge=vmbr0,tag=5000", "virtio=BC:24:11:00:00:01",
         "virtio,e1000", "virtio=zz,e1000=BC:24:11:00:00:01", "name=eth0,bridge=vmbr0,ip=dhcp", "name=eth0,ip=1.2.3.4/99", "bridge=vmbr0",
         "local:32,format=qcow2", "local:32,format=nothing", "file=local:1,volume=local:2", "size=1G", "order=scsi0;net0", "order=floppy0", "cdn",
         "enabled=1", "enabled=maybe", "nesting=1", "nesting=1,colour=red", "=", "=x", "x=", "ip=10.0.0.5/24,gw=10.0.0.1", "gw=10.0.0.1",
         "user=local:snippets/x", "host", "cputype=host,flags=+aes", "1024", "current=512", "+1G", "10G", "10X", "iso", "images,iso", "snap1", "1bad",
         "root@pam", "root", "a@pve!tok", "VM.Audit", "VM.Audit,VM.Nothing", "/vms/100", "lab;test", "lab;te st", "order=1,up=3", "up=x", "network,disk"]


def load(path):
    spec = importlib.util.spec_from_file_location("pvecheck", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def value(rnd, spec):
    if spec.get("enum") and rnd.random() < 0.6:
        return str(rnd.choice(spec["enum"]))
    if spec.get("type") in ("integer", "number", "boolean") and rnd.random() < 0.6:
        return str(rnd.choice([0, 1, 2, 100, spec.get("minimum", 3), spec.get("maximum", 7)]))
    return rnd.choice(TEXTS)


def member(rnd, name):
    return name.replace("[n]", str(rnd.choice([0, 1, 3, 9, 40]))) if name.endswith("[n]") else name


def main():
    pvecheck = load(sys.argv[1])
    schema = pvecheck.Schema()
    rnd = random.Random(int(sys.argv[2]))
    methods = [line.split() for line in sys.stdin if line.strip()]
    methods = [(verb, path) for verb, path in methods if verb in schema.paths.get(path, {})]
    for _ in range(int(sys.argv[3])):
        verb, path = rnd.choice(methods)
        info = schema.paths[path][verb]
        properties = (info.get("parameters") or {}).get("properties") or {}
        names = list(properties)
        chosen = [n for n in names if "{%s}" % n in path or int(properties[n].get("optional", 0) or 0) == 0 and rnd.random() < 0.9]
        chosen += rnd.sample(names, min(len(names), rnd.randint(0, 5)))
        parameters = {member(rnd, n): value(rnd, properties[n]) for n in chosen}
        if rnd.random() < 0.1:
            parameters["bogus"] = "1"
        print(json.dumps({"verb": verb, "template": path, "parameters": parameters, "errors": schema.check_params(info, dict(parameters))}))


main()
