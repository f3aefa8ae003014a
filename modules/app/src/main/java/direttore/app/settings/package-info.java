/** What a person can set: read from files and the environment, checked once at start. */
@NullMarked
package direttore.app.settings;

import org.jspecify.annotations.NullMarked;
