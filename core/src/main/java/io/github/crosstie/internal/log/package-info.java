/** The lines of the log, in one place for all modules. Exported to them alone, not part of the API. */
@NullMarked
package io.github.crosstie.internal.log;

import org.jspecify.annotations.NullMarked;
