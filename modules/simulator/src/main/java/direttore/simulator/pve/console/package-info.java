/** Consoles of guests and nodes: tickets, ports and the tasks behind them. */
@NullMarked
package direttore.simulator.pve.console;

import org.jspecify.annotations.NullMarked;
