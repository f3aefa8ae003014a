package direttore.api.pool;

import direttore.domain.reservation.Pool;

/** A pool in answers, with the first Direttore's names. */
record PoolView(int id, String name, String proxmoxNode, int maxVms, int maxLxc) {
  static PoolView of(Pool pool) {
    return new PoolView(pool.id(), pool.name(), pool.node().value(), pool.vms(), pool.lxc());
  }
}
