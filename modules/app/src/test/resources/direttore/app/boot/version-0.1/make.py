"""Makes the files beside it anew: make.py modules/app/target/direttore, of the version that shall have made them. Needs psql."""
import json
import os
import pathlib
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
KEPT = ['secret.key', 'simulator.password', 'simulator.token', 'simulator/cluster-1-12-1.jsonl']
LXC = {'memory': 256, 'cores': 1, 'storage': 'local-lvm', 'disk_size': 2, 'password': 'of-a-container',
       'template': 'local:vztmpl/ubuntu-22.04-standard_22.04-1_amd64.tar.gz',
       'nics': [{'name': 'eth0', 'bridge': 'vmbr0', 'ip': 'dhcp'}], 'start_after_create': True}
VM = {'memory': 256, 'cores': 1, 'storage': 'local-lvm', 'disk': '4G'}


def free_port():
    with socket.socket() as free:
        free.bind(('127.0.0.1', 0))
        return free.getsockname()[1]


def until(what, seconds=60):
    end = time.time() + seconds
    while time.time() < end:
        if found := what():
            return found
        time.sleep(0.1)
    raise SystemExit('it takes too long')


class Program:
    """The old program, with a client of its API."""

    def __init__(self, distribution, folder, **settings):
        self.port, self.folder = free_port(), folder
        self.launcher = str(pathlib.Path(distribution, 'bin/direttore'))
        self.simulator = free_port()
        ports = {'API_PORT': self.port, 'DASHBOARD_PORT': free_port(), 'SIMULATOR_PORT': self.simulator}
        self.environment = os.environ | {k: str(v) for k, v in (ports | settings).items()} | {'DATA_DIR': str(folder)}
        self.log = open(folder.parent / 'log', 'a+')
        self.process = subprocess.Popen([self.launcher, 'serve'], env=self.environment, stdout=self.log, stderr=self.log)
        until(self.ready)

    def ready(self):
        try:
            return self.call('GET', '/health/ready')
        except OSError:
            return None

    def call(self, method, path, body=None, token=None):
        headers = {'Content-Type': 'application/json'} | ({'Authorization': f'Bearer {token}'} if token else {})
        request = urllib.request.Request(f'http://127.0.0.1:{self.port}{path}', method=method, headers=headers,
                                         data=None if body is None else json.dumps(body).encode())
        try:
            with urllib.request.urlopen(request) as answer:
                text = answer.read()
        except urllib.error.HTTPError as refused:
            if path == '/health/ready':
                return None
            raise SystemExit(f'{method} {path}: {refused.code} {refused.read().decode()}') from refused
        return json.loads(text) if text else {}

    def end(self, accepted, token):
        path = f"/api/operations/{accepted['operation']}"
        return until(lambda: (o := self.call('GET', path, token=token))['status'] not in ('queued', 'running') and o)

    def token(self, who):
        made = subprocess.run([self.launcher, 'user', 'token', who, 'command line'], env=self.environment,
                              capture_output=True, text=True, check=True)
        return made.stdout.strip()

    def fault(self, **fault):
        secret = (self.folder / 'simulator.token').read_text().strip()
        request = urllib.request.Request(f'https://127.0.0.1:{self.simulator}/simulator/faults', method='POST',
                                         data=json.dumps(fault).encode(), headers={
                                             'Content-Type': 'application/json',
                                             'Authorization': f'PVEAPIToken=root@pam!direttore={secret}'})
        urllib.request.urlopen(request, context=ssl._create_unverified_context()).read()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        if self.process.poll() is None:
            self.stop()


def people(program, admin):
    """Two people, a team, quotas; Ada signs in and has a token."""

    def put(path, body, token=admin):
        return program.call('POST', path, body, token)

    put('/api/teams', {'name': 'networks'})
    everywhere = [{'role': 'user', 'scope': 'everywhere', 'value': None}]
    come = put('/api/people', {'name': 'ada', 'display': 'Ada', 'grants': everywhere, 'teams': ['networks']})
    put('/api/people', {'name': 'ben', 'grants': [{'role': 'user', 'scope': 'node', 'value': 'pve1'}]})
    link = come['link'].split('#')[1]
    put('/api/session/link', {'token': link, 'password': 'ada-of-version-0.1'}, None)
    put('/api/session', {'name': 'ada', 'password': 'ada-of-version-0.1'}, None)
    put('/api/people/ada/quota', {'guests': 9, 'cores': 18, 'memory': 9216, 'disk': None})
    put('/api/teams/networks/quota', {'guests': 20})
    put('/api/quotas/everybody', {'guests': 3})
    return program.token('ada')


def orders(program, ada):
    """One of each kind, one that fails, one that somebody else has in the end."""
    vms, lxc = '/api/proxmox/nodes/pve1/vms', '/api/proxmox/nodes/pve1/lxc'

    def done(path, body=None, method='POST', wanted='succeeded'):
        ended = program.end(program.call(method, path, body if method == 'POST' else None, ada), ada)
        assert ended['status'] == wanted, ended
        return ended

    done(lxc, LXC | {'hostname': 'box', 'vmid': 4001, 'team': 'networks'})
    done(vms, VM | {'name': 'web', 'vmid': 4002})
    done(vms, {'name': 'copy', 'vmid': 4003, 'clone_from': 9000, 'memory': 256, 'cores': 1})
    done(f'{vms}/4002/start', {})
    done(f'{vms}/4002/snapshots', {'name': 'before', 'description': 'a note'})
    done(f'{vms}/4002/snapshots/before/rollback', {})
    done(f'{vms}/4002/snapshots/before', method='DELETE')
    done(f'{lxc}/4001/stop', {})
    done(f'{vms}/4003/delete', {'force': True})
    program.fault(kind='task-fails', type='qmcreate', text='no space left on device')
    done(vms, VM | {'name': 'full', 'vmid': 4004}, wanted='failed')


def left(program, ada, admin):
    """What is under way when it is stopped, and one that was cancelled before it began."""
    vms, lxc = '/api/proxmox/nodes/pve1/vms', '/api/proxmox/nodes/pve1/lxc'

    def order(path, body):
        return program.call('POST', path, body, ada)['operation']

    order(vms, VM | {'name': 'slow', 'vmid': 4005})
    queued = order(lxc, LXC | {'hostname': 'later', 'vmid': 4006})
    cancelled = order(f'{vms}/4002/shutdown', {})
    program.call('POST', f'/api/operations/{cancelled}/cancel', {}, ada)
    program.call('POST', '/api/owners/4002', {'owner': 'ben', 'team': None}, admin)
    assert program.call('GET', f'/api/operations/{queued}', token=ada)['status'] == 'queued'


def dump(folder):
    """All of the database as SQL; pg_dump of this age is on few machines."""
    port = (folder / 'postgres/postmaster.pid').read_text().splitlines()[3]
    connection = {'PGHOST': '127.0.0.1', 'PGPORT': port, 'PGUSER': 'direttore', 'PGDATABASE': 'direttore',
                  'PGPASSWORD': (folder / 'postgres.password').read_text().strip()}
    said = subprocess.run(['psql', '-XqAt', '-v', 'ON_ERROR_STOP=1', '-f', str(HERE / 'dump.sql')], env=os.environ | connection,
                          capture_output=True, text=True, check=True)
    return said.stdout


def main(distribution):
    with tempfile.TemporaryDirectory() as parent:
        folder = pathlib.Path(parent, 'data')
        folder.mkdir(mode=0o700)
        small = {'SIMULATOR_NODES': 1, 'SIMULATOR_GUESTS': 12}
        with Program(distribution, folder, SIMULATOR_TASK_SECONDS=0.2, **small) as program:
            admin = program.token('admin')
            ada = people(program, admin)
            orders(program, ada)
        with Program(distribution, folder, SIMULATOR_TASK_SECONDS=120, WORKER_THREADS=1, **small) as program:
            left(program, ada, admin)
            # As it is at this moment; what its end writes afterwards is no loss.
            (HERE / 'database.dump').write_text(dump(folder))
            program.process.kill()
            for name in KEPT:
                shutil.copyfile(folder / name, HERE / name)
            (HERE / 'ada.token').write_text(ada + '\n')
        # Its PostgreSQL outlives a program that is killed, and ends with a next one.
        Program(distribution, folder, **small).stop()


main(*sys.argv[1:])
