/** The certificate by which the simulated cluster is known. */
@NullMarked
package direttore.simulator.pve.certificate;

import org.jspecify.annotations.NullMarked;
