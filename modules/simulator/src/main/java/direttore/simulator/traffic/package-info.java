/** What clients asked, so that tests can count calls. */
@NullMarked
package direttore.simulator.traffic;

import org.jspecify.annotations.NullMarked;
