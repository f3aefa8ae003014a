/** The certificate by which a simulated system is known. */
@NullMarked
package direttore.simulator.certificate;

import org.jspecify.annotations.NullMarked;
