/** From a request to a method and back: router, order of checks, envelope and error texts. */
@NullMarked
package direttore.simulator.pve.api;

import org.jspecify.annotations.NullMarked;
