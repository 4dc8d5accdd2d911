/** Exchange Web Services on this machine, for authors of tests and of connectors, and the schema as their judge. */
@NullMarked
package io.github.crosstie.testkit.exchange;

import org.jspecify.annotations.NullMarked;
