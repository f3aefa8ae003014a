/** The web UI's files. */
@NullMarked
package direttore.api.ui;

import org.jspecify.annotations.NullMarked;
